//! Codes of `read`: front matter, TOML, YAML, JSON, Markdown, CSV.

super::codes! {
    front_not_closed "R001" Error {
        message: "文件头没有结束：缺少第二行 `{fence}`" / "the front matter is not closed: a second line `{fence}` is missing",
        help: ["请在文件头最后一行的下面单独加一行 `{fence}`" / "add a line `{fence}` of its own below the last line of the front matter"],
        about: "文件头写在两行 `+++`（TOML）或两行 `---`（YAML）之间，下面才是正文。" / "The front matter stands between two lines `+++` (TOML) or `---` (YAML); the text follows below.",
        wrong: "+++\ntitle = \"主题党日\"\n\n正文",
        right: "+++\ntitle = \"主题党日\"\n+++\n\n正文",
    }
    no_front_matter "R002" Error {
        message: "没有文件头" / "there is no front matter",
        help: ["请在文件最前面写两行 `+++`，中间写上 `title = \"标题\"` 和 `date = 2026-03-15`" / "begin the file with two lines `+++`, and between them `title = \"…\"` and `date = 2026-03-15`"],
        about: "每篇内容都以文件头开始，说明标题、日期等信息。" / "Each text begins with front matter that says its title, date and more.",
        wrong: "今天我们开展了主题党日。",
        right: "+++\ntitle = \"三月主题党日\"\ndate = 2026-03-15\n+++\n\n今天我们开展了主题党日。",
    }
    toml_syntax "R101" Error {
        message: "这里的 TOML 写法不对：{why}" / "this is not valid TOML: {why}",
        help: ["文字要放在英文引号里：`title = \"标题\"`；日期写成 `2026-03-15`；列表写成 `[\"甲\", \"乙\"]`" / "put texts in straight quotes: `title = \"…\"`; write dates as `2026-03-15` and lists as `[\"a\", \"b\"]`"],
        about: "文件头和设置文件用 TOML 书写：每行一个“键 = 值”。" / "Front matter and settings are written in TOML: one `key = value` a line.",
        wrong: "title = 三月主题党日",
        right: "title = \"三月主题党日\"",
    }
    wide_punctuation "R102" Error {
        message: "用了中文标点 `{wide}`，这里要用英文的 `{narrow}`" / "full-width `{wide}` where a plain `{narrow}` is needed",
        help: ["这一行应写成：{line}" / "write the line as: {line}"],
        about: "TOML 的引号、等号、逗号和方括号必须是英文（半角）符号；引号里面的文字可以用中文标点。" / "Quotes, equals signs, commas and brackets of TOML are plain ASCII; inside the quotes any punctuation is fine.",
        wrong: "title ＝ “三月主题党日”",
        right: "title = \"三月主题党日\"",
    }
    key_needs_quotes "R103" Error {
        message: "中文键名要加引号：`{key}`" / "a key that is not plain ASCII needs quotes: `{key}`",
        help: ["请写成 `\"{key}\" = …`；文件头的字段请用英文名" / "write `\"{key}\" = …`; the fields of front matter have English names"],
        about: "TOML 的键名只有英文字母、数字、`_` 和 `-` 可以不加引号。" / "Only letters, digits, `_` and `-` may stand in a TOML key without quotes.",
        wrong: "标题 = \"三月主题党日\"",
        right: "title = \"三月主题党日\"",
    }
    number_out_of_range "R104" Error {
        message: "数字超出了范围：`{value}`" / "this number is out of range: `{value}`",
        help: ["请写一个普通大小的数字；编号请加引号写成文字" / "write a number of ordinary size, or put it in quotes if it is a code"],
        about: "太大的数字、`inf` 和 `nan` 都无法用于计算。" / "Numbers that are too large, `inf` and `nan` cannot be calculated with.",
        wrong: "expected = 1e309",
        right: "expected = 22",
    }
    same_key_twice "R105" Error {
        message: "同一个字段写了两次：`{key}`" / "the same key twice: `{key}`",
        help: ["请删掉其中一个" / "remove one of them"],
        about: "同一个字段出现两次时，无法知道该用哪一个。" / "When a key stands twice, nobody can know which one is meant.",
        wrong: "title = \"甲\"\ntitle = \"乙\"",
        right: "title = \"甲\"",
    }
}
