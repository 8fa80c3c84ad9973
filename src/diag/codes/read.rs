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
    fence_form "R003" Error {
        message: "文件头的分隔行要写成三个英文加号 `+++`" / "the line around the front matter is `+++`",
        help: ["请把文件头前后两行都改成 `+++`" / "change the lines before and behind the front matter to `+++`"],
        about: "分隔行不能多写、少写，也不能用中文输入法的符号。" / "It has three plain marks, neither more nor fewer.",
        wrong: "＋＋＋\ntitle = \"三月主题党日\"\n＋＋＋",
        right: "+++\ntitle = \"三月主题党日\"\n+++",
    }
    fences_differ "R004" Error {
        message: "文件头以 `{open}` 开始，却以 `{close}` 结束" / "the front matter begins with `{open}` and ends with `{close}`",
        help: ["请把这一行改成 `{open}`" / "change this line to `{open}`"],
        about: "两行分隔符要相同：`+++` 之间写 TOML，`---` 之间写 YAML。" / "Both lines are the same: TOML stands between `+++`, YAML between `---`.",
        wrong: "+++\ntitle = \"三月主题党日\"\n---",
        right: "+++\ntitle = \"三月主题党日\"\n+++",
    }
    front_not_first "R005" Error {
        message: "文件头要放在文件的最前面" / "the front matter comes first",
        help: ["请把标出的这一行移到文件头下面，或删掉" / "move the marked line below the front matter, or remove it"],
        about: "第一行 `+++` 前面不能有别的内容。" / "Nothing stands above the first line `+++`.",
        wrong: "# 三月主题党日\n\n+++\ntitle = \"三月主题党日\"\n+++",
        right: "+++\ntitle = \"三月主题党日\"\n+++",
    }
    toml_syntax "R101" Error {
        message: "这里的 TOML 写法不对" / "this is not valid TOML",
        help: [
            "每行写一个“键 = 值”；文字放在英文引号里，日期写成 `2026-03-15`，列表写成 `[\"甲\", \"乙\"]`（解析器的说明：{why}）"
                / "write one `key = value` a line; texts in straight quotes, dates as `2026-03-15`, lists as `[\"a\", \"b\"]` (the parser says: {why})",
        ],
        about: "文件头和设置文件用 TOML 书写：每行一个“键 = 值”。" / "Front matter and settings are written in TOML: one `key = value` a line.",
        wrong: "feedback = { n = 3",
        right: "feedback = { n = 3 }",
    }
    wide_punctuation "R102" Error {
        message: "用了中文输入法的 `{wide}`，这里要用英文的 `{narrow}`" / "full-width `{wide}` where a plain `{narrow}` is needed",
        help: [
            "这一行应写成：{line}" / "write the line as: {line}",
            "请切换到英文输入法，重新输入这个符号" / "type this mark again with a plain keyboard",
        ],
        about: "TOML 的引号、等号、逗号和方括号必须是英文（半角）符号；引号里面的文字可以用中文标点。" / "Quotes, equals signs, commas and brackets of TOML are plain ASCII; inside the quotes any punctuation is fine.",
        wrong: "title ＝ “三月主题党日”",
        right: "title = \"三月主题党日\"",
    }
    key_needs_quotes "R103" Error {
        message: "中文键名要加引号：`{key}`" / "a key that is not plain ASCII needs quotes: `{key}`",
        help: [
            "文件头的字段请用英文名，如 `title`、`date`；确实要用中文键名时写成：{line}"
                / "the fields of front matter have English names such as `title`; otherwise write: {line}",
            "请写成 `\"{key}\" = …`；文件头的字段请用英文名" / "write `\"{key}\" = …`; the fields of front matter have English names",
        ],
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
    date_form "R106" Error {
        message: "日期要写成 `{better}` 的样子：`{value}`" / "dates are written like `{better}`: `{value}`",
        help: ["这一行应写成：{line}" / "write the line as: {line}", "请写成 `{better}`" / "write `{better}`"],
        about: "不加引号的日期只有一种写法：四位年、两位月、两位日，中间用 `-`。加了英文引号，`2026年3月15日` 这样的写法也可以。"
            / "A date without quotes has one form: four digits, two, and two, with `-` between. In quotes, `2026年3月15日` is fine, too.",
        wrong: "date = 2026年3月15日",
        right: "date = 2026-03-15",
    }
    no_such_day "R107" Error {
        message: "没有这样的日期或时间：`{value}`" / "there is no such date or time: `{value}`",
        help: ["请核对年、月、日；日期写成 `2026-03-15`，时间写成 `2026-03-15T14:30`" / "check it; write dates as `2026-03-15` and times as `2026-03-15T14:30`"],
        about: "日历上没有这一天，或者钟表上没有这个时刻。" / "The calendar has no such day, or the clock no such hour.",
        wrong: "date = 2026-13-40",
        right: "date = 2026-03-15",
    }
    text_needs_quotes "R108" Error {
        message: "文字要放在英文引号里：`{value}`" / "a text needs straight quotes: `{value}`",
        help: ["这一行应写成：{line}" / "write the line as: {line}", "请在文字两边加英文引号 `\"`" / "put `\"` on both sides of the text"],
        about: "TOML 里只有数字、日期、`true` 和 `false` 可以不加引号。" / "In TOML only numbers, dates, `true` and `false` stand without quotes.",
        wrong: "title = 三月主题党日",
        right: "title = \"三月主题党日\"",
    }
    text_not_closed "R109" Error {
        message: "文字只有开头的引号，缺少结尾的引号" / "this text has an opening quote and no closing one",
        help: ["这一行应写成：{line}" / "write the line as: {line}", "请在文字末尾加上同样的引号" / "add the same quote at the end of the text"],
        about: "引号要成对出现，而且在同一行。多行的文字放在两个 `\"\"\"` 之间。" / "Quotes come in pairs, on one line. A text of several lines stands between two `\"\"\"`.",
        wrong: "title = \"三月主题党日",
        right: "title = \"三月主题党日\"",
    }
    no_equals_sign "R110" Error {
        message: "键和值之间要用英文等号 `=`，不是 `{mark}`" / "between key and value stands `=`, not `{mark}`",
        help: ["这一行应写成：{line}" / "write the line as: {line}", "请把 `{mark}` 改成 `=`" / "change `{mark}` to `=`"],
        about: "`+++` 之间是 TOML，用 `=`；`---` 之间是 YAML，用英文冒号加一个空格。" / "Between `+++` stands TOML with `=`; between `---` stands YAML with a colon and a space.",
        wrong: "title: \"三月主题党日\"",
        right: "title = \"三月主题党日\"",
    }
    quotes_in_text "R111" Error {
        message: "文字里面不能再用英文引号" / "straight quotes cannot stand inside of straight quotes",
        help: ["这一行可以写成：{line}" / "the line can be: {line}", "里面的引号请改用中文引号 `“”`，或写成 `\\\"`" / "use `“”` inside, or write `\\\"`"],
        about: "里面的英文引号会被当成文字的结尾。" / "A straight quote inside is taken for the end of the text.",
        wrong: "title = \"学习\"二十大\"精神\"",
        right: "title = \"学习“二十大”精神\"",
    }
    surplus_mark "R112" Error {
        message: "行末多了一个 `{mark}`" / "there is a surplus `{mark}` at the end of the line",
        help: ["这一行应写成：{line}" / "write the line as: {line}", "请删掉它" / "remove it"],
        about: "每行一个“键 = 值”，行末不加标点；逗号只用在列表里。" / "One `key = value` a line, with nothing at its end; commas stand in lists only.",
        wrong: "title = \"三月主题党日\",",
        right: "title = \"三月主题党日\"",
    }
    data_too_deep "R113" Error {
        message: "列表或表格一层套一层，太深了" / "lists or tables are nested too deeply",
        help: ["请检查括号和缩进；正常的内容不超过四五层" / "check brackets and indents; real content has four or five levels at most"],
        about: "层次这么深的数据无法阅读，通常是括号写多了或没有写完。" / "Data nested this deeply cannot be read; mostly there are too many brackets, or some are missing.",
        wrong: "tags = [[[[[[[[[[[[[[[[（一百多个）",
        right: "tags = [\"学习\"]",
    }
    yaml_syntax "R120" Error {
        message: "这里的 YAML 写法不对" / "this is not valid YAML",
        help: [
            "每行写`键: 值`，英文冒号后面空一格；含有 `:`、`#`、`*`、`@` 等符号的文字放在英文引号里（解析器的说明：{why}）"
                / "write `key: value` with a space behind the colon; put texts with `:`, `#`, `*`, `@` in quotes (the parser says: {why})",
        ],
        about: "两行 `---` 之间的文件头用 YAML 书写：每行一个`键: 值`，用空格缩进。" / "Front matter between two lines `---` is YAML: one `key: value` a line, indented by spaces.",
        wrong: "title: @三月",
        right: "title: \"@三月\"",
    }
    yaml_colon "R121" Error {
        message: "键后面要用英文冒号加一个空格" / "behind a key stand a plain colon and a space",
        help: ["这一行应写成：{line}" / "write the line as: {line}"],
        about: "YAML 用英文冒号和它后面的空格来区分键和值；中文冒号 `：` 或者没有空格，都会被当成文字。" / "YAML tells keys from values by a plain colon with a space behind it; a full-width `：`, or no space, is taken for text.",
        wrong: "title：三月主题党日",
        right: "title: 三月主题党日",
    }
    yaml_colon_in_text "R122" Error {
        message: "文字里有英文冒号，要放在引号里" / "a text with a colon and a space needs quotes",
        help: ["这一行应写成：{line}" / "write the line as: {line}"],
        about: "英文冒号加空格会被当成又一个键。" / "A colon with a space behind it is taken for another key.",
        wrong: "title: 通知: 三月主题党日",
        right: "title: \"通知: 三月主题党日\"",
    }
    yaml_tab "R123" Error {
        message: "YAML 的缩进不能用制表符（Tab 键）" / "YAML cannot be indented by tabs",
        help: ["请把行首的 Tab 换成两个空格" / "replace the tab at the beginning of the line by two spaces"],
        about: "YAML 用行首的空格表示层次，Tab 不算空格。" / "YAML shows levels by spaces; a tab is none.",
        wrong: "tags:\n\t- 学习",
        right: "tags:\n  - 学习",
    }
    yaml_alias "R124" Error {
        message: "不支持 YAML 的引用 `*`" / "YAML aliases (`*name`) are not supported",
        help: ["如果是文字，请放在英文引号里；如果是引用，请把内容直接写在这里" / "put a text in quotes; write the content of an alias out"],
        about: "以 `*` 开头的值在 YAML 里表示引用别处的内容。" / "In YAML a value that begins with `*` repeats something from elsewhere.",
        wrong: "title: *重点",
        right: "title: \"*重点\"",
    }
    yaml_no_fields "R125" Error {
        message: "这里应当是一行一个`键: 值`" / "lines of `key: value` are expected here",
        help: ["例如：`title: 三月主题党日`" / "for example: `title: Open day`"],
        about: "文件头由字段组成，每个字段有名字和值。" / "Front matter is made of fields, each with a name and a value.",
        wrong: "- 三月主题党日",
        right: "title: 三月主题党日",
    }
    toml_for_yaml "R126" Error {
        message: "等号是 TOML 的写法，这里要用冒号 `:`" / "an equals sign is TOML; here a colon is needed",
        help: ["请把两行 `---` 都改成 `+++`" / "change both lines `---` to `+++`"],
        about: "`---` 之间是 YAML，用英文冒号加一个空格；`+++` 之间是 TOML，用 `=`。" / "Between `---` stands YAML with a colon and a space; between `+++` stands TOML with `=`.",
        wrong: "title = \"三月主题党日\"\ndate = 2026-03-15",
        right: "title: 三月主题党日\ndate: 2026-03-15",
    }
    yaml_equals "R127" Error {
        message: "字段名后面要用英文冒号，不是等号" / "behind a name stands a colon, not an equals sign",
        help: ["这一行应写成：{line}" / "write the line as: {line}"],
        about: "`---` 之间是 YAML，用英文冒号加一个空格。" / "Between `---` stands YAML, with a colon and a space.",
        wrong: "title: 三月主题党日\ndate = 2026-03-15",
        right: "title: 三月主题党日\ndate: 2026-03-15",
    }
    yaml_dash "R128" Error {
        message: "列表的 `-` 后面要空一格" / "a space stands behind the `-` of a list",
        help: ["这一行应写成：{line}" / "write the line as: {line}"],
        about: "没有空格的 `-` 会被当成文字。" / "Without a space, `-` is taken for text.",
        wrong: "tags:\n-学习",
        right: "tags:\n- 学习",
    }
    yaml_indent "R129" Error {
        message: "这一行前面的空格多了" / "there are too many spaces before this line",
        help: ["这一行应写成：{line}" / "write the line as: {line}"],
        about: "YAML 用行首的空格表示层次：同一层的字段要对齐。" / "YAML shows levels by spaces: fields of one level begin in one column.",
        wrong: "title: 三月主题党日\n date: 2026-03-15",
        right: "title: 三月主题党日\ndate: 2026-03-15",
    }
    missing_comma "R130" Error {
        message: "列表的两项之间缺少逗号" / "a comma is missing between two items of a list",
        help: [
            "这一行应写成：{line}" / "write the line as: {line}",
            "请在前一项后面加一个英文逗号 `,`" / "put a comma behind the first",
        ],
        about: "列表的各项之间用英文逗号隔开。" / "Items of a list are separated by commas.",
        wrong: "tags = [\"学习\" \"实践\"]",
        right: "tags = [\"学习\", \"实践\"]",
    }
    list_not_closed "R131" Error {
        message: "列表没有结束：缺少右方括号 `]`" / "this list is not closed: its `]` is missing",
        help: [
            "这一行应写成：{line}" / "write the line as: {line}",
            "请在列表最后一项的后面加上 `]`" / "add `]` behind the last item",
        ],
        about: "列表写在一对英文方括号里。" / "A list stands between `[` and `]`.",
        wrong: "tags = [\"学习\", \"实践\"",
        right: "tags = [\"学习\", \"实践\"]",
    }
    yes_or_no "R132" Error {
        message: "“是”要写成 `true`，“否”要写成 `false`：`{value}`" / "yes is written `true`, and no `false`: `{value}`",
        help: ["这一行应写成：{line}" / "write the line as: {line}"],
        about: "是或否的字段只认小写的 `true` 和 `false`。" / "Fields of yes or no know `true` and `false` in small letters only.",
        wrong: "draft = 是",
        right: "draft = true",
    }
    number_with_unit "R133" Error {
        message: "数字后面不能写单位：`{value}`" / "a number stands without its unit: `{value}`",
        help: [
            "只写数字：{line}；要写成文字，请加英文引号" / "write the number only: {line}; or put the text in quotes",
            "只写 `{number}`；要写成文字，请加英文引号" / "write `{number}` only, or put the text in quotes",
        ],
        about: "要参加计算的字段只写数字。" / "Fields that are calculated with hold a number and nothing else.",
        wrong: "participants = 35人",
        right: "participants = 35",
    }
    comment_mark "R134" Error {
        message: "注释要用 `#` 开头，不是 `{mark}`" / "a comment begins with `#`, not with `{mark}`",
        help: ["这一行应写成：{line}" / "write the line as: {line}"],
        about: "从 `#` 到行末是写给自己看的说明，不会出现在网页上。" / "From `#` to the end of the line stands a remark that is not published.",
        wrong: "// 标签以后再补",
        right: "# 标签以后再补",
    }
    unseen_character "R135" Error {
        message: "这里有一个看不见的特殊字符" / "there is a character here that cannot be seen",
        help: ["请把这一行重新打一遍：{line}" / "type this line again: {line}"],
        about: "从网页或聊天软件里复制的文字常带有看不见的字符。" / "Text copied from web pages and chats often carries characters that cannot be seen.",
        wrong: "（日期前面有一个零宽空格）",
        right: "date = 2026-03-15",
    }
    brackets_do_not_match "R136" Error {
        message: "方括号不成对" / "the brackets do not match",
        help: ["这一行应写成：{line}" / "write the line as: {line}"],
        about: "小节的名字写在一对英文方括号里，单独一行。" / "The name of a part stands between brackets on a line of its own.",
        wrong: "[review",
        right: "[review]",
    }
    list_without_brackets "R137" Error {
        message: "列表要写在方括号里" / "a list stands in square brackets",
        help: [
            "这一行应写成：{line}" / "write the line as: {line}",
            "例如：`tags = [\"学习\", \"实践\"]`" / "for example: `tags = [\"a\", \"b\"]`",
        ],
        about: "有几项内容时，写在一对英文方括号里，用英文逗号隔开。" / "Several items stand between `[` and `]`, separated by commas.",
        wrong: "tags = \"学习\", \"实践\"",
        right: "tags = [\"学习\", \"实践\"]",
    }
    no_value "R138" Error {
        message: "这个字段没有内容" / "this field has no value",
        help: ["请在等号后面写上内容；暂时不需要，就删掉这一行" / "write a value behind the equals sign, or remove the line"],
        about: "没有内容的字段不用写。" / "A field without content is left out.",
        wrong: "summary =",
        right: "summary = \"一句话摘要\"",
    }
    equals_sign_once "R139" Error {
        message: "这里只写一个等号 `=`，不是 `{mark}`" / "one `=` stands here, not `{mark}`",
        help: [
            "这一行应写成：{line}" / "write the line as: {line}",
            "请改成一个 `=`" / "write one `=`",
        ],
        about: "字段名和内容之间只有一个英文等号。" / "Between a name and its value stands a single equals sign.",
        wrong: "date == 2026-03-15",
        right: "date = 2026-03-15",
    }
    two_fields_on_a_line "R140" Error {
        message: "一行只能写一个字段" / "a line holds one field only",
        help: ["请把标出的部分移到下一行" / "move what is marked to the next line"],
        about: "每个字段单独占一行。" / "Each field has a line of its own.",
        wrong: "title = \"三月\" date = 2026-03-15",
        right: "title = \"三月\"\ndate = 2026-03-15",
    }
    backslash "R141" Error {
        message: "文字里不能用反斜杠 `\\`" / "a backslash `\\` cannot stand in a text",
        help: ["这一行应写成：{line}" / "write the line as: {line}"],
        about: "反斜杠有特殊的含义。文件的路径用 `/`，而且从这篇内容所在的文件夹写起。" / "A backslash has a meaning of its own. Paths are written with `/`, from the folder of the text on.",
        wrong: "cover = \"图片\\a.jpg\"",
        right: "cover = \"图片/a.jpg\"",
    }
    no_equals "R142" Error {
        message: "这一行没有等号 `=`" / "there is no `=` on this line",
        help: ["每行写一个`名字 = 内容`；正文请移到文件头下面，说明文字请在行首加 `#`" / "write one `name = value` a line; move text below the front matter, and put `#` before a remark"],
        about: "文件头的每一行是一个字段：名字、等号、内容。" / "Each line of front matter is a field: name, equals sign, value.",
        wrong: "三月主题党日",
        right: "title = \"三月主题党日\"",
    }
    key_with_space "R143" Error {
        message: "字段名里不能有空格或标点：`{key}`" / "a name of a field has no spaces or marks: `{key}`",
        help: ["字段名只用英文字母、数字和 `_`，例如 `title`、`date`" / "use letters, digits and `_`, such as `title`"],
        about: "字段名是固定的英文单词，写法见手册。" / "Fields have fixed names; the manual lists them.",
        wrong: "start time = 2026-03-15",
        right: "date = 2026-03-15",
    }
    yaml_for_toml "R144" Error {
        message: "冒号是 YAML 的写法，这里要用等号 `=`" / "colons are YAML; here an equals sign `=` is needed",
        help: [
            "请把两行 `+++` 都改成 `{fence}`；或者把每行的冒号改成 `=`，文字加英文引号" / "change both lines `+++` to `{fence}`; or the colons to `=`, with quotes around texts",
            "请把每行的冒号改成 `=`，文字加英文引号" / "change the colons to `=`, and put texts in quotes",
        ],
        about: "`+++` 之间是 TOML，用 `=`；`---` 之间是 YAML，用英文冒号加一个空格。" / "Between `+++` stands TOML with `=`; between `---` stands YAML with a colon and a space.",
        wrong: "title: 三月主题党日\ndate: 2026-03-15",
        right: "title = \"三月主题党日\"\ndate = 2026-03-15",
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
    json_syntax "R401" Error {
        message: "这里的 JSON 写法不对" / "this is not valid JSON",
        help: ["键和值之间用英文冒号，各项之间用英文逗号；也可以改用 CSV 文件" / "a colon stands between key and value, a comma between items; or use a CSV file instead"],
        about: "JSON 的每个值只能是文字、数字、true、false、null、`[…]` 或 `{…}`。" / "A value of JSON is a text, a number, true, false, null, `[…]` or `{…}`.",
        wrong: "[{\"id\" \"shukong\"}]",
        right: "[{\"id\": \"shukong\"}]",
    }
    json_comma "R402" Error {
        message: "这里多了或少了一个逗号" / "a comma too many or too few",
        help: ["两项之间要有一个英文逗号，最后一项后面没有" / "one comma stands between two items, and none behind the last"],
        about: "JSON 的各项之间用英文逗号隔开，最后一项后面不能有逗号。" / "Items of JSON are separated by commas; behind the last there is none.",
        wrong: "[{\"id\": \"a\"} {\"id\": \"b\"},]",
        right: "[{\"id\": \"a\"}, {\"id\": \"b\"}]",
    }
    json_comment "R403" Error {
        message: "JSON 里不能写注释" / "JSON has no comments",
        help: ["请删掉这段注释" / "remove the comment"],
        about: "JSON 没有注释，别的软件打不开带注释的文件。" / "JSON has no comments, and other programs refuse files that have them.",
        wrong: "[] // 暂无",
        right: "[]",
    }
    json_quotes "R404" Error {
        message: "文字和键名要放在英文双引号里" / "texts and keys stand in straight double quotes",
        help: ["请写成 `\"name\": \"甲\"`" / "write `\"name\": \"…\"`"],
        about: "JSON 的文字和键名都要用英文双引号 `\"`，不能用中文引号、单引号或不加引号。" / "Texts and keys of JSON stand in `\"`: no curly quotes, no single ones, and never none.",
        wrong: "[{name: “数控支部”}]",
        right: "[{\"name\": \"数控支部\"}]",
    }
    json_not_closed "R405" Error {
        message: "从这里开始的内容没有结束" / "what begins here does not end",
        help: ["请在它的末尾补上对应的 `\"`、`]` 或 `}`" / "add the `\"`, `]` or `}` that closes it"],
        about: "每个 `\"`、`[` 和 `{` 都要有对应的结束符号。文件没有保存完整时也会这样。" / "Each `\"`, `[` and `{` needs its end. A file that was not saved to the end looks like this too.",
        wrong: "[{\"id\": \"a\"}",
        right: "[{\"id\": \"a\"}]",
    }
    json_too_deep "R406" Error {
        message: "括号套得太深" / "brackets are nested too deeply",
        help: ["表格只需要两层：行的列表，每行是一组键和值" / "a table needs two levels: a list of rows, and keys with values in each"],
        about: "套了几百层的括号不是表格，通常是文件损坏或程序出错。" / "Hundreds of nested brackets are no table but a damaged file or a fault of some program.",
        wrong: "[[[[[[ … ]]]]]]",
        right: "[{\"id\": \"a\"}]",
    }
    ragged_row "R451" Error {
        message: "第 {row} 行有 {n} 格，表头有 {wanted} 格（按 `{separator}` 分列）" / "row {row} has {n} cells and the header {wanted} (separated by `{separator}`)",
        help: ["请补上或删去这一行的分隔符；格内有 `{separator}` 时，整格要加英文双引号" / "add or remove separators; a cell that holds `{separator}` stands in double quotes"],
        about: "行的格数与表头不同，后面的内容就会错位，记到别人或别的栏目名下。" / "When a row has another number of cells than the header, its content moves into the wrong columns.",
        wrong: "id,name\nshukong,数控教工党支部,teacher",
        right: "id,name,type\nshukong,数控教工党支部,teacher",
    }
    quote_not_closed "R452" Error {
        message: "第 {row} 行从这里开始的双引号没有结束" / "the double quote that opens here in row {row} is not closed",
        help: ["请在这一格末尾补上 `\"`；格内本来就有的双引号要写成两个 `\"\"`" / "close the cell with `\"`; a double quote inside a cell is written twice: `\"\"`"],
        about: "没有结束的双引号会把后面的行都吞进同一格，所以从这里起的行都没有读取。" / "An open quote swallows the rows that follow into one cell, so nothing behind it was read.",
        wrong: "id,name\na,\"甲支部\nb,乙支部",
        right: "id,name\na,\"甲支部\"\nb,乙支部",
    }
    same_heading_twice "R453" Error {
        message: "两列的表头相同：`{heading}`" / "two columns have the same heading: `{heading}`",
        help: ["请改掉其中一个表头，或删掉多余的列" / "rename one of them, or remove the column that is not needed"],
        about: "表头相同的两列无法区分，不知道该用哪一列。" / "Columns of the same heading cannot be told apart.",
        wrong: "id,name,name",
        right: "id,name,parent",
    }
    column_without_heading "R454" Error {
        message: "这一列有内容，但没有表头" / "this column has content and no heading",
        help: ["请给这一列写上表头，或清空这一列" / "give the column a heading, or clear it"],
        about: "没有表头的列不知道是什么内容，也就无法判断能不能公开。" / "Nobody can know what a column without a heading holds, nor whether it may be published.",
        wrong: "id,\nshukong,数控教工党支部",
        right: "id,name\nshukong,数控教工党支部",
    }
    too_many_rows "R455" Error {
        message: "行数超过了上限 {max}，后面的行没有读取" / "more than {max} rows; the rest was not read",
        help: ["请按年份拆成几个文件，或在 site.toml 的 `[limits]` 里调大 `rows`" / "split the file by year, or raise `rows` below `[limits]` in site.toml"],
        about: "上限用来保证生成时不会耗尽内存。一个支部几十年的台账也远远达不到它。" / "The limit keeps a build from using up the memory. Decades of a branch's ledgers stay far below it.",
        wrong: "三百万行的 data/attendance.csv，没有设置上限",
        right: "[limits]\nrows = 4000000",
    }
    no_headings "R456" Error {
        message: "找不到表头（第 {row} 行）" / "there are no headings (row {row})",
        help: ["第一行请写表头，例如 `id,name,branch`；表头不在第一行时，在 data/sources.toml 里写 `header_row`" / "begin with headings such as `id,name,branch`; if they stand lower, say so with `header_row` in data/sources.toml"],
        about: "表头说明每一列是什么；没有表头，内容无法理解。" / "Headings say what each column holds; without them nothing can be understood.",
        wrong: "（空文件）",
        right: "id,name\nshukong,数控教工党支部",
    }
    no_rows "R457" Error {
        message: "文件里没有表格的行" / "this file has no rows of a table",
        help: ["TOML 的每一行写在 `[[{name}]]` 下面；JSON 最外层写 `[ ]`" / "in TOML each row stands below `[[{name}]]`; JSON begins with `[`"],
        about: "表格是行的列表。" / "A table is a list of rows.",
        wrong: "id = \"shukong\"",
        right: "[[row]]\nid = \"shukong\"",
    }
    row_is_no_table "R458" Error {
        message: "这一行不是“键和值”" / "this row has no keys and values",
        help: ["每一行要写列名和内容，例如 `name = \"甲\"`" / "write the names of its columns with their contents, such as `name = \"…\"`"],
        about: "表格的每一行要说明每个值属于哪一列。" / "Each row says to which column each of its values belongs.",
        wrong: "[\"shukong\", \"数控教工党支部\"]",
        right: "[{\"id\": \"shukong\", \"name\": \"数控教工党支部\"}]",
    }
    no_cell_value "R459" Error {
        message: "`{key}` 的内容不能放进一格里" / "what `{key}` holds does not fit into a cell",
        help: ["一格只能是文字、数字、是否、日期，或它们的列表" / "a cell holds a text, a number, yes or no, a date, or a list of these"],
        about: "表格的格子里不能再放表格。" / "A cell cannot hold another table.",
        wrong: "[[row]]\nname = { first = \"甲\" }",
        right: "[[row]]\nname = \"甲\"",
    }
    more_of_the_same "R490" Error {
        message: "同类问题（{code}）还有 {n} 处，没有逐一列出" / "{n} more findings of the same kind ({code}) are not listed",
        help: ["先改好已列出的，再检查一次" / "mend those that are listed, and check again"],
        about: "同一个文件里同类问题只列出前 50 处，其余只计数。" / "Of each kind of finding in a file the first fifty are listed, and the rest is counted.",
        wrong: "一千行日期都写成 `2024年9月`",
        right: "一千行日期都写成 `2024-09-03`",
    }
}
