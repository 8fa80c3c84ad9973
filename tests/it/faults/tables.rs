//! Rows 31 to 33 and 40: tables.

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

#[test]
fn row_40_branches_in_a_circle_and_without_a_place() {
    let site = Site::built();
    site.write("data/branches.csv", "id,name,parent\njia,甲支部,yi\nyi,乙支部,jia\nbing,丙支部,bing\n");
    let ran = site.refused(1, &["M703", "M703"]);
    assert!(ran.message(0).contains("jia → yi → jia"), "{}", ran.message(0));
    assert!(ran.message(1).contains("bing → bing"), "{}", ran.message(1));
    // A branch below none that exists, and a text about a branch that the register does not have.
    site.write("data/branches.csv", "id,name,parent\njia,甲支部,zongzhi\nzongzhi2,党总支,\n");
    site.note("content/branches/bing.md", "丙支部", "正文");
    let ran = site.refused(1, &["M421", "M702"]);
    assert!(ran.help(1).contains("zongzhi2"), "{}", ran.help(1));
}
