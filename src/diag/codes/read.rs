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
    too_deep "R201" Error {
        message: "列表、引用或标签嵌套太深：超过了 {max} 层" / "lists, quotes or tags are nested more than {max} levels deep",
        help: ["请减少层次；如果是粘贴来的内容，请删掉多余的 `>`、`-` 和标签" / "use fewer levels; in pasted text, remove surplus `>`, `-` and tags"],
        about: "层次太深的内容无法阅读，也会让浏览器变慢。" / "Text nested this deeply cannot be read, and slows browsers down.",
        wrong: ">>>>>>>>>>>>（一百多个）正文",
        right: "> 正文",
    }
    html_tag_removed "R202" Warning {
        message: "去掉了 HTML 标签 `<{tag}>`" / "the HTML tag `<{tag}>` was removed",
        help: ["请用 Markdown 写；视频和图集请用 `video`、`gallery` 代码块" / "write it in Markdown; for films and albums use a `video` or `gallery` block"],
        about: "正文里只保留排版用的 HTML 标签。脚本、样式、框架、表单等会影响安全或版式，一律去掉。" / "Only HTML tags for text stay. Scripts, styles, frames and forms would harm safety or layout and are removed.",
        wrong: "<iframe src=\"https://example.edu.cn/\"></iframe>",
        right: "[打开页面](https://example.edu.cn/)",
    }
    html_attribute_removed "R203" Warning {
        message: "去掉了 HTML 属性 `{attribute}`" / "the HTML attribute `{attribute}` was removed",
        help: ["版式由主题决定，请删掉这个属性" / "the theme decides how things look: remove this attribute"],
        about: "`style`、`onclick` 等属性会影响安全或版式，一律去掉。" / "Attributes such as `style` and `onclick` would harm safety or layout and are removed.",
        wrong: "<p style=\"color: red\">通知</p>",
        right: "**通知**",
    }
    link_not_kept "R204" Warning {
        message: "不支持以 `{scheme}:` 开头的链接，只保留了文字" / "links that begin with `{scheme}:` are not kept, only their text is",
        help: ["请改用 `https://` 开头的网址、`mailto:`、`tel:` 或站内的相对路径" / "use an address with `https://`, `mailto:`, `tel:`, or a relative path"],
        about: "`javascript:`、`data:`、`file:` 等链接可能运行程序，或者只在作者自己的电脑上有效。" / "`javascript:`, `data:` and `file:` links may run programs, or lead to something on the author's computer only.",
        wrong: "[通知](file:///D:/通知.docx)",
        right: "[通知](通知.docx)",
    }
}
