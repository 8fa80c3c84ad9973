//! What is written in a cell to its value or its fault.

use super::*;

#[test]
fn numbers_are_read_in_their_usual_forms() {
    assert_eq!(value_of("{ type = \"number\" }", "１，２００．５"), "1200.5");
    assert_eq!(value_of("{ type = \"integer\" }", " 1,200 "), "1200");
}

#[test]
fn what_is_no_number_is_an_error() {
    assert_eq!(codes_for("{ type = \"number\" }", "90分钟"), ["M601"]);
    assert_eq!(codes_for("{ type = \"number\" }", "95%"), ["M601"]);
    assert_eq!(codes_for("{ type = \"integer\" }", "1.5"), ["M613"]);
    for huge in ["1e309", "NaN", "inf", "-inf", "99999999999999999999"] {
        assert_eq!(codes_for("{ type = \"number\" }", huge), ["M602"], "{huge}");
    }
}

#[test]
fn a_percentage_is_a_ratio_however_it_is_written() {
    let percent = "{ type = \"number\", unit = \"percent\" }";
    assert_eq!(value_of(percent, "95%"), "0.95");
    assert_eq!(value_of(percent, "９５．５％"), "0.955");
    assert_eq!(value_of(percent, "0.95"), "0.95");
    assert_eq!(value_of(percent, "-0"), "0");
    for wrong in ["95", "101%", "-5%"] {
        assert_eq!(codes_for(percent, wrong), ["M604"], "{wrong}");
    }
    assert_eq!(value_of("{ type = \"number\", unit = \"percent\", range = [-1, 2] }", "150%"), "1.5");
}

#[test]
fn numbers_keep_to_their_range() {
    assert_eq!(codes_for("{ type = \"number\", range = [0, 100] }", "100.5"), ["M603"]);
    assert_eq!(codes_for("{ type = \"integer\", range = [1] }", "0"), ["M603"]);
    assert!(codes_for("{ type = \"integer\", range = [1] }", "9999").is_empty());
}

#[test]
fn yes_and_no_are_read_in_their_usual_forms() {
    for (written, value) in
        [("是", "true"), ("√", "true"), ("1", "true"), ("TRUE", "true"), ("否", "false"), ("×", "false"), ("0", "false")]
    {
        assert_eq!(value_of("{ type = \"bool\" }", written), value, "{written}");
    }
    assert_eq!(codes_for("{ type = \"bool\" }", "部分"), ["M611"]);
}

#[test]
fn dates_are_read_in_all_documented_forms_and_never_guessed() {
    for written in ["2024-09-03", "2024/9/3", "2024.9.3", "2024年9月3日", "20240903", "２０２４-９-３"] {
        assert_eq!(value_of("{ type = \"date\" }", written), "2024-09-03", "{written}");
    }
    assert_eq!(codes_for("{ type = \"date\" }", "2026-13-40"), ["M607"]);
    assert_eq!(codes_for("{ type = \"date\" }", "2026年9月"), ["M608"]);
    assert_eq!(codes_for("{ type = \"date\" }", "46000"), ["M609"]);
}

#[test]
fn months_are_read_in_their_usual_forms() {
    assert_eq!(value_of("{ type = \"month\" }", "2026年3月"), "2026-03");
    assert_eq!(codes_for("{ type = \"month\" }", "三月"), ["M612"]);
}

#[test]
fn a_word_is_its_id_whether_written_as_id_or_as_label() {
    assert_eq!(value_of("{ enum = \"attendance_status\" }", "请假"), "on_leave");
    assert_eq!(value_of("{ enum = \"attendance_status\" }", "on_leave"), "on_leave");
    assert_eq!(value_of("{ enum = [\"一等奖\", \"二等奖\"] }", "二等奖"), "二等奖");
    assert_eq!(codes_for("{ enum = \"attendance_status\" }", "请价"), ["M606"]);
    assert_eq!(codes_for("{ enum = [\"一等奖\"] }", "三等奖"), ["M606"]);
}

#[test]
fn an_unknown_word_is_named_with_the_nearest_or_with_all() {
    let help = |written: &str| {
        let csv = format!("id,title,级别\n1,优秀案例,{written}\n");
        read(&[("data/honours.csv", &csv)]).found[0].help().expect("there is help").zh
    };
    assert!(help("univercity").contains("university"));
    assert!(help("宇宙级").contains("国家级（national）"));
}

#[test]
fn words_of_the_site_are_words() {
    let files = [
        ("data/vocabulary.toml", "[honour_level]\nindustry = \"行业级\"\n"),
        ("data/honours.csv", "id,title,level\n1,奖,行业级\n"),
    ];
    assert_eq!(
        tables(&files).get("honours").and_then(|table| table.row(0)?.text("level").map(str::to_owned)).as_deref(),
        Some("industry")
    );
}

#[test]
fn lists_are_split_at_semicolons_and_enumeration_commas() {
    assert_eq!(value_of("{ list = true }", "甲；乙;丙、丁、"), "甲;乙;丙;丁");
    assert_eq!(value_of("{ list = true, enum = \"consent_purpose\" }", "姓名、photo"), "name;photo");
    assert_eq!(codes_for("{ list = true, enum = \"consent_purpose\" }", "姓名、相片集"), ["M606"]);
}

#[test]
fn an_empty_cell_of_a_required_column_is_an_error_at_that_cell() {
    let found = read(&[("data/branches.csv", "id,name\na,甲\nb,\u{200b} \n")]).found;
    assert_eq!((found[0].code.id, cell_name(&found[0]).as_str()), ("M605", "B3"));
}

#[test]
fn numbers_that_a_spreadsheet_has_damaged_are_errors() {
    for damaged in ["1.10101E+17", "1.1E+11", "110101199003070000", "11010119900307000"] {
        assert_eq!(
            codes_of(&[BRANCHES, ("data/members.csv", &format!("学号,支部\n{damaged},shukong\n"))]),
            ["M610"],
            "{damaged}"
        );
    }
    for fine in ["2024DJ008", "20240001000", "1e5", "E10"] {
        assert!(codes_of(&[BRANCHES, ("data/members.csv", &format!("学号,支部\n{fine},shukong\n"))]).is_empty(), "{fine}");
    }
}

#[test]
fn messages_do_not_show_whole_numbers_of_persons() {
    let found = read(&[BRANCHES, ("data/members.csv", "学号,支部\n1,110101199003071234\n")]).found;
    assert_eq!(found[0].code.id, "M702");
    assert!(!found[0].message().zh.contains("19900307"), "{}", found[0].message().zh);
}

#[test]
fn what_cannot_be_seen_does_not_tell_keys_apart() {
    let tables = tables(&[BRANCHES, ("data/members.csv", "学号,支部\n２０２４\u{200b}001, shukong\u{feff}\n")]);
    assert!(tables.get("members").and_then(|table| table.find_by_key(&["2024001"])).is_some());
}
