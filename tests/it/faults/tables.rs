//! Rows 31 to 33: tables.

use super::site::Site;

#[test]
fn row_31_headings_that_changed() {
    let site = Site::built();
    site.write("data/branches.csv", " id , 支部名称 \njia,甲支部\n");
    site.accepted(&[]);
    site.write("data/branches.csv", "id,nmae\njia,甲支部\n");
    let ran = site.build();
    assert_eq!(ran.exit, 1);
    assert_eq!((ran.codes()[0], ran.place(0)), ("M512", "data/branches.csv B1".to_owned()), "{}", ran.text);
    assert!(ran.help(0).contains("name"), "{}", ran.help(0));
    site.write("data/branches.csv", "id,name,name\njia,甲支部,甲\n");
    site.refused(1, &["R453"]);
    // A total row is not understood without a rule: its empty name is an error, and it is not swallowed.
    site.write("data/branches.csv", "id,name\njia,甲支部\n合计,\n");
    site.refused(1, &["M605"]);
}

#[test]
fn row_32_a_table_of_more_rows_than_the_limit() {
    let site = Site::built();
    site.set("[limits]\nrows = 1000");
    let rows: String = (0..200_000).map(|n| format!("b{n},支部{n}\n")).collect();
    site.write("data/branches.csv", format!("id,name\n{rows}"));
    let ran = site.refused(1, &["R455"]);
    assert!(ran.message(0).contains("1000"), "{}", ran.message(0));
}

#[test]
fn row_33_ragged_rows_quotes_and_separators() {
    let site = Site::built();
    site.write("data/branches.csv", "id;name\njia;甲支部\n");
    site.write("data/partners.csv", "id\tname\tkind\na\t某厂\tenterprise\n");
    site.accepted(&[]);
    site.write("data/branches.csv", "id,name\njia,甲支部,多\nyi\n");
    let ran = site.refused(1, &["R451", "R451"]);
    assert!(ran.message(0).contains("第 2 行") && ran.message(0).contains("`,`"), "{}", ran.message(0));
    site.write("data/branches.csv", "id,name\njia,\"甲支部\nyi,乙支部\n");
    let ran = site.refused(1, &["R452"]);
    assert_eq!(ran.place(0), "data/branches.csv:2:5");
}
