//! Codes of `model`: M1xx fields of one file, M2xx `site.toml`, M3xx links and pictures, M4xx files against each other.

super::codes! {
    unknown_field "M101" Error {
        message: "没有这个字段：`{key}`" / "there is no field `{key}` here",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "这里可以写的字段：{known}" / "the fields here are: {known}"],
        about: "字段名写错时，里面的内容不会起作用；因此写错的字段名会报告出来，而不是悄悄忽略。" / "What stands behind a misspelt name has no effect, so it is reported and never passed over.",
        wrong: "tilte = \"三月主题党日\"",
        right: "title = \"三月主题党日\"",
    }
    missing_fields "M102" Error {
        message: "缺少必填的字段：{fields}" / "required fields are missing: {fields}",
        help: ["请补上，例如：{examples}" / "add them, for example: {examples}", "请补上这些字段" / "add these fields"],
        about: "每种内容都有必须填写的字段；缺了它们，页面就说不清是什么、何时、在哪里。" / "Each kind of content has fields that must be there; without them its page cannot say what, when or where.",
        wrong: "+++\ntitle = \"三月主题党日\"\n+++",
        right: "+++\ntitle = \"三月主题党日\"\ndate = 2026-03-15\n+++",
    }
    text_expected "M103" Error {
        message: "`{key}` 要写成文字" / "`{key}` must be a text",
        help: ["请加上英文引号，例如 `{key} = \"2025\"`" / "put it in straight quotes, as in `{key} = \"2025\"`"],
        about: "编号、届别、年份等即使看起来像数字，也是文字，要放在引号里；一个字段只写一段文字时不要写成列表。" / "Codes, terms and years are texts even if they look like numbers; a field for one text takes no list.",
        wrong: "term = 2025",
        right: "term = \"2025\"",
    }
    date_expected "M104" Error {
        message: "`{key}` 不是日期：`{value}`" / "`{key}` is not a date: `{value}`",
        help: ["请写成 `2026-03-15` 或 \"2026年3月15日\"" / "write it as `2026-03-15`"],
        about: "可以写 2026-03-15、2026/3/15、2026.3.15、2026年3月15日、20260315；年份写四位。" / "Accepted are `2026-03-15`, `2026/3/15`, `2026.3.15`, `2026年3月15日` and `20260315`, with four digits of the year.",
        wrong: "date = \"三月十五日\"",
        right: "date = 2026-03-15",
    }
    day_not_in_calendar "M105" Error {
        message: "没有这一天：`{value}`（`{key}`）" / "there is no such day: `{value}` (`{key}`)",
        help: ["请检查月份和日期" / "check the month and the day"],
        about: "写法正确，但日历上没有这一天，例如 2 月 30 日或 13 月。" / "The form is right, but the calendar has no such day: February 30, or a thirteenth month.",
        wrong: "date = \"2026-13-40\"",
        right: "date = 2026-03-15",
    }
    day_missing "M106" Error {
        message: "日期缺少“日”：`{value}`（`{key}`）" / "this date has no day: `{value}` (`{key}`)",
        help: ["请写出是哪一天，例如 `2026-09-01`" / "say which day, as in `2026-09-01`"],
        about: "只有年和月时无法确定是哪一天，系统不会替您猜。" / "A year and a month do not tell the day, and nothing is guessed.",
        wrong: "date = \"2026年9月\"",
        right: "date = 2026-09-01",
    }
    time_expected "M107" Error {
        message: "`{key}` 不是时间" / "`{key}` is not a time",
        help: ["请写成 `2026-03-15T14:30`，或只写 \"14:30\"（当天）" / "write it as `2026-03-15T14:30`, or only \"14:30\" for the entry's day"],
        about: "时间用 24 小时制，时和分之间用冒号。" / "Times have 24 hours, with a colon between hours and minutes.",
        wrong: "start = \"下午两点半\"",
        right: "start = 2026-03-15T14:30",
    }
    flag_expected "M108" Error {
        message: "`{key}` 只能写 true 或 false" / "`{key}` is either true or false",
        help: ["请写成 `{key} = true` 或 `{key} = false`，不加引号" / "write `{key} = true` or `{key} = false`, without quotes"],
        about: "这类字段只回答“是”或“否”。" / "Such a field answers yes or no.",
        wrong: "draft = \"是\"",
        right: "draft = true",
    }
    whole_number_expected "M109" Error {
        message: "`{key}` 要写成整数" / "`{key}` must be a whole number",
        help: ["请写成 `{key} = 22`，不加引号和单位" / "write it as `{key} = 22`, without quotes and unit"],
        about: "人数、天数、分钟数等是整数；“22 人”“约 20”这样的写法无法计算。" / "Persons, days and minutes are whole numbers; \"about 20\" cannot be calculated with.",
        wrong: "present = \"22人\"",
        right: "present = 22",
    }
    number_expected "M110" Error {
        message: "`{key}` 要写成数字" / "`{key}` must be a number",
        help: ["请写成 `{key} = 4.6`，不加引号和单位" / "write it as `{key} = 4.6`, without quotes and unit"],
        about: "数字不加引号，小数点用英文句点。" / "Numbers have no quotes and a plain point.",
        wrong: "mean = \"4.6分\"",
        right: "mean = 4.6",
    }
    number_out_of_bounds "M111" Error {
        message: "`{key}` 超出了范围：{value}" / "`{key}` is out of range: {value}",
        help: ["请写 {least} 到 {most} 之间的数" / "it may be from {least} to {most}"],
        about: "超出范围的数字多半是写错了位数或单位。" / "A number out of range is mostly a slip of a digit or a unit.",
        wrong: "period_days = 0",
        right: "period_days = 5",
    }
    list_expected "M112" Error {
        message: "`{key}` 要写成列表" / "`{key}` must be a list",
        help: ["请写成 `{key} = [\"甲\", \"乙\"]`" / "write it as `{key} = [\"a\", \"b\"]`"],
        about: "可以有多个值的字段写在方括号里，用英文逗号隔开；只有一个值时可以省去方括号。" / "A field with several values has them in brackets, with commas between; a single text may stand alone.",
        wrong: "tags = 3",
        right: "tags = [\"主题党日\", \"志愿服务\"]",
    }
    fields_expected "M113" Error {
        message: "`{key}` 要写成一组字段" / "`{key}` must be a group of fields",
        help: ["请单独写一行 `[{key}]`，再在它下面逐行写字段" / "write a line `[{key}]` of its own, and its fields below it"],
        about: "这个字段里面还有自己的字段。" / "This field has fields of its own.",
        wrong: "review = \"宣传委员\"",
        right: "[review]\nfirst = \"宣传委员\"\nfirst_on = 2026-03-15",
    }
    unknown_term "M114" Error {
        message: "`{key}` 没有这个词：`{value}`" / "`{key}` has no word `{value}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以写：{choices}" / "the words are: {choices}"],
        about: "这类字段只用词汇表里的词，写编号或中文名称都可以；本站自己的词写在 `data/vocabulary.toml`。" / "Such a field takes a word of the vocabulary, by its id or its label; a site adds its own in `data/vocabulary.toml`.",
        wrong: "kind = \"themeday\"",
        right: "kind = \"theme_day\"",
    }
    not_among_choices "M115" Error {
        message: "`{key}` 不能写 `{value}`" / "`{key}` cannot be `{value}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以写：{words}" / "it is one of: {words}"],
        about: "这个字段只有几个固定的写法。" / "This field has a few fixed values.",
        wrong: "style = \"dir\"",
        right: "style = \"folder\"",
    }
    not_a_period "M116" Error {
        message: "`for_period` 不是周期：`{value}`" / "`for_period` is not a period: `{value}`",
        help: ["请写成 \"2024-03\"、\"2024-Q1\"、\"2024-H1\" 或 \"2024\"" / "write it as \"2024-03\", \"2024-Q1\", \"2024-H1\" or \"2024\""],
        about: "补开的活动用它说明算在哪个月、季度、半年或年度。" / "An activity that was held late says with it to which month, quarter, half year or year it belongs.",
        wrong: "for_period = \"三月\"",
        right: "for_period = \"2024-03\"",
    }
    answer_does_not_fit "M117" Error {
        message: "答案与题目不相符" / "this answer does not fit its question",
        help: ["单选写一个字母 \"A\"，多选写多个字母 \"AC\"，判断写 true 或 false；字母要在选项之内" / "write one letter \"A\" for a single choice, several \"AC\" for a multiple one, true or false otherwise; each letter needs its option"],
        about: "单选题有一个答案，多选题有两个以上，判断题是对或错；答案的字母不能超过选项的个数，也不能重复。" / "A single choice has one answer, a multiple choice two or more, and a statement is true or false; no letter beyond the options, none twice.",
        wrong: "options = [\"甲\", \"乙\"]\nanswer = \"C\"",
        right: "options = [\"甲\", \"乙\"]\nanswer = \"B\"",
    }
    wrong_number_of_options "M118" Error {
        message: "选项的个数不对：{n} 个" / "this question has {n} options",
        help: ["请写 2 到 26 个选项；判断题写 `kind = \"true_false\"`，不写选项" / "give it 2 to 26 options; a statement has `kind = \"true_false\"` and none"],
        about: "单选题和多选题至少要有两个选项。" / "Single and multiple choices need two options at least.",
        wrong: "options = [\"甲\"]",
        right: "options = [\"甲\", \"乙\", \"丙\"]",
    }
    ends_before_start "M119" Error {
        message: "结束时间早于开始时间" / "this ends before it starts",
        help: ["请检查 `start` 和 `end`" / "check `start` and `end`"],
        about: "活动的结束时间不能早于开始时间；跨天的活动，结束要写日期。" / "An activity cannot end before it starts; one that ends on another day needs the day in `end`.",
        wrong: "start = 2026-03-15T14:30\nend = 2026-03-15T13:30",
        right: "start = 2026-03-15T14:30\nend = 2026-03-15T15:30",
    }
    planned_in_the_past "M120" Warning {
        message: "活动日期 {day} 已过，状态还是“计划中”" / "this is still planned, but its day {day} is past",
        help: ["已开展请删掉 `status`，没有开展请写 `status = \"cancelled\"`" / "remove `status` if it took place, or write `status = \"cancelled\"`"],
        about: "过了日期的计划说明忘了补记录：有计划、无结果。" / "A plan whose day is past is a report that somebody forgot.",
        wrong: "start = 2024-03-15\nstatus = \"planned\"",
        right: "start = 2024-03-15\nstatus = \"held\"",
    }
    held_in_the_future "M121" Warning {
        message: "活动日期 {day} 还没到，状态却是“已开展”" / "this is said to be held, but its day {day} is still to come",
        help: ["请检查 `start`，或删掉 `status`" / "check `start`, or remove `status`"],
        about: "还没到的活动不能算作已开展；不写 `status` 时按日期自动判断。" / "What is still to come cannot count as held; without `status` the day decides.",
        wrong: "start = 2099-03-15\nstatus = \"held\"",
        right: "start = 2099-03-15",
    }
    bad_slug "M122" Error {
        message: "`slug` 不能这样写：`{slug}`" / "this cannot be a slug: `{slug}`",
        help: ["请写成一个名字，例如 `{better}`" / "write one name, for example `{better}`"],
        about: "`slug` 是网址的最后一段，只能是一个名字：不能有斜杠、`..`、盘符，也不能是 Windows 的保留名。" / "A slug is the last part of an address and one name: no slashes, no `..`, no drive, no name that Windows reserves.",
        wrong: "slug = \"../admin\"",
        right: "slug = \"theme-day\"",
    }
    alias_leads_out "M123" Error {
        message: "旧地址不能这样写：`{alias}`" / "this cannot be an old address: `{alias}`",
        help: ["请写本站以内的路径，例如 \"2024/theme-day\"" / "write a path of this site, as in \"2024/theme-day\""],
        about: "`aliases` 是这篇内容以前在本站的地址，旧链接会转到新地址；它不能离开本站，也不能带问号或盘符。" / "`aliases` are addresses at which this text used to be on this site; they cannot lead out of it, nor have a query or a drive.",
        wrong: "aliases = [\"../../etc\"]",
        right: "aliases = [\"2024/theme-day\"]",
    }
    answered_before_asked "M124" Error {
        message: "答复日期早于提问日期" / "this was answered before it was asked",
        help: ["请检查 `asked_on` 和 `answered_on`" / "check `asked_on` and `answered_on`"],
        about: "答复用时由两个日期算出，日期颠倒时算不出来。" / "The time that an answer took is counted between the two dates.",
        wrong: "asked_on = 2026-03-15\nanswered_on = 2026-03-01",
        right: "asked_on = 2026-03-01\nanswered_on = 2026-03-15",
    }
    list_of_fields_expected "M125" Error {
        message: "`{key}` 的每一项都要写成一组字段" / "each item of `{key}` must be a group of fields",
        help: ["请写成若干段 `[[{key}]]`，每段下面逐行写" / "write it as sections `[[{key}]]`, each with its fields below"],
        about: "附件、相册、试题等由若干项组成，每一项又有自己的字段。" / "Attachments, albums and questions have items, and each item has fields of its own.",
        wrong: "attachments = [\"a.pdf\"]",
        right: "attachments = [{ file = \"a.pdf\", title = \"方案\" }]",
    }
    bad_base_url "M201" Error {
        message: "`base_url` 不是网址：`{value}`" / "`base_url` is not an address of a web site: `{value}`",
        help: ["请写成 \"https://域名/路径/\"" / "write it as \"https://example.edu.cn/path/\""],
        about: "它是站点发布以后的网址，用在订阅、站点地图和二维码里；不能带问号和 #。" / "It is where the site will be, for feeds, site map and QR codes; it has no query and no #.",
        wrong: "base_url = \"dangjian.example.edu.cn\"",
        right: "base_url = \"https://dangjian.example.edu.cn/yuandi/\"",
    }
    unknown_time_zone "M202" Error {
        message: "没有这个时区：`{value}`" / "there is no time zone `{value}`",
        help: ["中国大陆请写 \"Asia/Shanghai\"" / "for the mainland of China write \"Asia/Shanghai\""],
        about: "“今天是哪一天”按站点的时区计算，与电脑的设置无关；时区用“洲/城市”的英文名。" / "\"Today\" is counted in the site's time zone, whatever the machine says; its name is `Area/City`.",
        wrong: "timezone = \"Beijing\"",
        right: "timezone = \"Asia/Shanghai\"",
    }
    bad_language "M203" Error {
        message: "不是语言代码：`{value}`" / "this is not a language tag: `{value}`",
        help: ["简体中文请写 \"zh-CN\"" / "for simplified Chinese write \"zh-CN\""],
        about: "浏览器和读屏软件靠它决定怎样显示和朗读。" / "Browsers and screen readers go by it.",
        wrong: "language = \"中文\"",
        right: "language = \"zh-CN\"",
    }
    bad_theme_name "M204" Error {
        message: "主题名不能这样写：`{value}`" / "this cannot be the name of a theme: `{value}`",
        help: ["请只写 `themes/` 下面的文件夹名，例如 \"default\"" / "write only the name of a folder below `themes/`, such as \"default\""],
        about: "主题是 `themes/` 下面的一个文件夹，名字里不能有斜杠。" / "A theme is one folder below `themes/`; its name has no slashes.",
        wrong: "theme = \"../red\"",
        right: "theme = \"red\"",
    }
    bad_domain "M205" Error {
        message: "不是域名：`{value}`" / "this is not a domain: `{value}`",
        help: ["请写成 \"{better}\"" / "write it as \"{better}\"", "请只写域名，例如 \"edu.cn\"" / "write only the domain, such as \"edu.cn\""],
        about: "这里只写域名，不写 https:// 和路径；子域名自动包括在内，不用写 *。" / "Only domains stand here, without https:// and path; subdomains are included, so no * is needed.",
        wrong: "allow = [\"https://www.gov.cn/\"]",
        right: "allow = [\"gov.cn\"]",
    }
    bad_grey_day "M206" Error {
        message: "不是日期，也不是一段日期" / "this is neither a day nor a range of days",
        help: ["请写成 \"2026-12-13\"，或 \"2026-04-04/2026-04-06\"" / "write \"2026-12-13\", or \"2026-04-04/2026-04-06\""],
        about: "在这些日子里页面显示为灰色；一段日期写首日和末日，用斜杠隔开。" / "On these days the pages are grey; a range has its first and its last day with a slash between.",
        wrong: "days = [\"清明\"]",
        right: "days = [\"2026-04-04/2026-04-06\"]",
    }
    setting_file_missing "M207" Error {
        message: "没有这个文件：`{target}`" / "there is no file `{target}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请写从站点根目录开始的路径，例如 \"content/pages/about.md\"" / "write its path from the site's root, such as \"content/pages/about.md\""],
        about: "`site.toml` 里的文件都从站点根目录写起。" / "Files in `site.toml` are written from the site's root.",
        wrong: "link = \"pages/abuot.md\"",
        right: "link = \"content/pages/about.md\"",
    }
    not_a_nav_item "M208" Error {
        message: "导航项的写法不对" / "this is no item of the navigation",
        help: ["请写栏目名 \"news\"，或写一组 title 和 link" / "write the name of a section, such as \"news\", or a pair of title and link"],
        about: "导航项是一个栏目名，或一个带标题的链接。" / "An item is the name of a section, or a link with a title.",
        wrong: "items = [1, 2]",
        right: "items = [\"news\", \"notices\"]",
    }
    unknown_section "M209" Error {
        message: "没有这个栏目：`{section}`" / "there is no section `{section}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "栏目有：{known}" / "the sections are: {known}"],
        about: "导航里的栏目名与输出文件夹同名；指向一篇内容时写标题和链接。" / "Sections have the names of the folders of the output; an item that leads to a text has a title and a link.",
        wrong: "items = [\"activity\"]",
        right: "items = [\"activities\"]",
    }
    same_setting_twice "M210" Error {
        message: "`[[{list}]]` 里有两个 `{id}`" / "two sections `[[{list}]]` are `{id}`",
        help: ["请删掉或改掉其中一个" / "remove or rename one of them"],
        about: "两个同名的模块、专栏或月份会争用同一个地址。" / "Two modules, columns or months of one name would have one address.",
        wrong: "[[column]]\nid = \"tech_news\"\n[[column]]\nid = \"tech_news\"",
        right: "[[column]]\nid = \"tech_news\"\n[[column]]\nid = \"national_craftsmen\"",
    }
    month_expected "M211" Error {
        message: "不是月份：`{value}`（`{key}`）" / "this is not a month: `{value}` (`{key}`)",
        help: ["请写成 \"2026-03\"" / "write it as \"2026-03\""],
        about: "月份写年和月，不写日。" / "A month is a year and a month, without a day.",
        wrong: "month = \"三月\"",
        right: "month = \"2026-03\"",
    }
    bad_setting_id "M212" Error {
        message: "编号不能这样写：`{id}`" / "this cannot be an id: `{id}`",
        help: ["请写成 \"{better}\"" / "write it as \"{better}\""],
        about: "模块和专栏的编号会成为网址的一段，只用小写英文字母、数字、`-` 和 `_`，最多 60 个字符。" / "Ids of modules and columns become part of addresses: lower-case letters, digits, `-` and `_`, at most 60 characters.",
        wrong: "id = \"科技动态\"",
        right: "id = \"tech_news\"",
    }
    bad_pattern "M213" Error {
        message: "这个号码样式写得不对，读不懂：`{form}`" / "this pattern cannot be read: `{form}`",
        help: ["写法是正则表达式：`\\d` 是一位数字，`\\d{8}` 是八位数字，`[A-Z]` 是一个大写字母；放在单引号里，如 form = '20\\d{8}'" / "it is a regular expression: `\\d` is a digit, `\\d{8}` are eight, `[A-Z]` is a capital; write it in single quotes, as in form = '20\\d{8}'"],
        about: "`[[privacy.pattern]]` 写本校自己的号码是什么样子（如学号），成品里出现这样的号码就不让发布；样式读不懂，就什么也拦不住。" / "`[[privacy.pattern]]` says what a school's own numbers look like, so that they are kept out of what is published; a pattern that cannot be read keeps nothing out.",
        wrong: "[[privacy.pattern]]\ntitle = \"学号\"\nform = '20[0-9{8}'",
        right: "[[privacy.pattern]]\ntitle = \"学号\"\nform = '20[0-9]{8}'",
    }
    pattern_of_nothing "M214" Error {
        message: "这个号码样式什么字都不写也算符合：`{form}`" / "this pattern also matches where nothing is written: `{form}`",
        help: ["请至少写一个一定会有的字符，如把 `\\d*` 改成 `\\d{8}`" / "write at least one character that is always there, such as `\\d{8}` instead of `\\d*`"],
        about: "这样的样式处处都符合，等于每一页都拦下。" / "Such a pattern is found everywhere, so every page would be stopped.",
        wrong: "[[privacy.pattern]]\ntitle = \"学号\"\nform = '\\d*'",
        right: "[[privacy.pattern]]\ntitle = \"学号\"\nform = '\\d{10}'",
    }
    bad_contact "M215" Error {
        message: "不是电话号码，也不是邮箱：`{value}`" / "this is neither a telephone number nor a mail address: `{value}`",
        help: ["请写一个号码或一个邮箱，如 \"010-00000000\"、\"dangban@example.edu.cn\"；几个就写几段 `[[privacy.contact]]`" / "write one number or one address, such as \"010-00000000\" or \"office@example.edu.cn\", and one `[[privacy.contact]]` for each"],
        about: "只有写在这里、有批准岗位和日期的办公电话和邮箱可以公开。" / "Only office telephones and mail addresses that stand here, with the post that approved them and the day, may be published.",
        wrong: "[[privacy.contact]]\nvalue = \"党总支办公室\"\nby = \"党总支书记\"\non = 2026-01-05",
        right: "[[privacy.contact]]\nvalue = \"010-00000000\"\nnote = \"党总支办公室\"\nby = \"党总支书记\"\non = 2026-01-05",
    }
    broken_link "M301" Error {
        message: "没有这个文件：`{target}`" / "there is no file `{target}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请检查路径；它从这篇文章所在的文件夹算起" / "check the path; it is counted from the folder of this text"],
        about: "站内链接和图片写相对路径，在普通的 Markdown 编辑器里也能打开。指向的文件不存在时，读者会看到打不开的链接。" / "Links and pictures of the site are relative paths, which also work in any Markdown editor. Without the file readers would meet a dead end.",
        wrong: "[主题党日](../activities/theme-dya.md)",
        right: "[主题党日](../activities/theme-day.md)",
    }
    broken_anchor "M302" Error {
        message: "那一页没有这个标题：`#{anchor}`" / "that text has no heading `#{anchor}`",
        help: ["是否想写 `#{near}`？" / "did you mean `#{near}`?", "请检查标题，或去掉 # 以后的部分" / "check the heading, or leave out what follows the #"],
        about: "`#` 后面是目标文章里一个标题的编号；标题改了，链接也要改。" / "What follows `#` is the id of a heading of that text; when the heading changes, so must the link.",
        wrong: "[怎么报名](#baoming)",
        right: "[怎么报名](#怎么报名)",
    }
    path_outside "M303" Error {
        message: "路径离开了 `content/` 文件夹：`{target}`" / "this path leads out of `content/`: `{target}`",
        help: ["请把文件放进 `content/`，用相对路径引用，例如 `img/a.jpg`" / "put the file below `content/` and write a relative path, such as `img/a.jpg`"],
        about: "站点只发布 `content/` 里面的文件；以 / 开头的路径、盘符、网络共享和多余的 `../` 都指向别处。" / "A site publishes only what is below `content/`; paths that begin with /, drives, network shares and too many `../` lead elsewhere.",
        wrong: "![照片](C:/Users/me/a.jpg)",
        right: "![党员在车间讨论](img/a.jpg)",
    }
    backslash_in_path "M304" Error {
        message: "路径里用了反斜杠：`{target}`" / "this path has backslashes: `{target}`",
        help: ["请写成 `{better}`" / "write it as `{better}`"],
        about: "网页里的路径用 /，反斜杠只有 Windows 认得。" / "Paths of web pages have /; only Windows knows the backslash.",
        wrong: "![合影](img\\a.jpg)",
        right: "![支部党员在校门前合影](img/a.jpg)",
    }
    link_to_folder "M305" Error {
        message: "链接指向文件夹：`{target}`" / "this link leads to a folder: `{target}`",
        help: ["请写成 `{better}`" / "write it as `{better}`", "请写到具体的文件，例如 `../news/a.md`" / "name a file, such as `../news/a.md`"],
        about: "链接要写到 .md 文件，生成网站时会换成它的网址。" / "A link names the .md file; the build puts its address in place.",
        wrong: "[新闻](../news/2026-03-06-leifeng/)",
        right: "[新闻](../news/2026-03-06-leifeng/index.md)",
    }
    link_to_page "M306" Error {
        message: "链接指向生成的网页：`{target}`" / "this link leads to a finished page: `{target}`",
        help: ["请写成 `{better}`" / "write it as `{better}`", "请写 .md 文件，例如 `../news/a.md`" / "name the .md file, such as `../news/a.md`"],
        about: "网页的网址会变，.md 文件不会；链接写 .md，生成时自动换成网址。" / "Addresses change, files do not: name the .md file, and the build puts its address in place.",
        wrong: "[新闻](../news/2026-03-06-leifeng.html)",
        right: "[新闻](../news/2026-03-06-leifeng.md)",
    }
    external_not_listed "M307" Warning {
        message: "外部链接不在允许名单里：`{domain}`" / "this outside link is not on the list: `{domain}`",
        help: ["确认可靠后，把域名写进 `site.toml` 的 `[links] allow`" / "if the site can be trusted, add it to `[links] allow` in `site.toml`"],
        about: "外部网站会变质、被转让。名单让每个外链都有人看过一眼；`[links] strict = true` 时不在名单里的外链不能发布。" / "Outside sites go bad or are sold. The list means that somebody has looked at each; with `[links] strict = true` others cannot be published.",
        wrong: "[报名](https://example.com/form)",
        right: "[报名](https://www.example.edu.cn/form)",
    }
    bad_web_address "M308" Error {
        message: "不是正确的网址：`{target}`" / "this is not a web address: `{target}`",
        help: ["请写成 `https://域名/路径`，中间没有空格" / "write it as `https://domain/path`, without spaces"],
        about: "网址要以 http:// 或 https:// 开头，有域名，没有空格和引号。" / "A web address begins with http:// or https://, has a domain, and no spaces or quotes.",
        wrong: "source_url = \"www.gov.cn\"",
        right: "source_url = \"https://www.gov.cn/\"",
    }
    link_to_unpublished "M309" Warning {
        message: "链接的内容现在没有发布：`{target}`" / "what this link leads to is not published now: `{target}`",
        help: ["它是草稿、未到发布日期、已过期或授权已结束；先显示为普通文字" / "it is a draft, not yet due, expired, or its consent has ended; it is shown as plain text"],
        about: "目标文件在，但今天不在网站上；等它发布以后，链接会自动恢复。" / "The file is there but not on the site today; once it is published, the link comes back by itself.",
        wrong: "[下周安排](../news/next-week.md)（草稿）",
        right: "[本周安排](../news/this-week.md)",
    }
    unknown_link_scheme "M310" Error {
        message: "不能用这种链接：`{scheme}:`" / "links with `{scheme}:` cannot be used",
        help: ["可以用相对路径、https://、mailto: 和 tel:" / "use a relative path, https://, mailto: or tel:"],
        about: "其他种类的链接在读者的手机上打不开，或者会运行程序。" / "Other kinds of links do not open on a reader's phone, or would run a program.",
        wrong: "[通知](ftp://files/a.doc)",
        right: "[通知](a.doc)",
    }
    missing_alt "M311" Error {
        message: "图片没有文字说明" / "this picture has no words for those who do not see it",
        help: ["请写出画面内容：`![党员在车间讨论](…)`，或 `alt = \"…\"`" / "say what it shows: `![members talking at a machine](…)`, or `alt = \"…\"`"],
        about: "看不见图片的人靠说明知道画面内容；图片打不开时，显示的也是它。" / "Those who cannot see the picture go by these words; they also stand in for a picture that does not load.",
        wrong: "![](img/a.jpg)",
        right: "![党员教师在机床旁讨论图样](img/a.jpg)",
    }
    empty_alt "M312" Warning {
        message: "图片的文字说明等于没写：`{alt}`" / "these words do not say what the picture shows: `{alt}`",
        help: ["请写画面里有谁、在做什么" / "say who is in it and what they do"],
        about: "文件名、“图片”“照片”这样的说明没有告诉读者画面内容。" / "A file's name, \"image\" or \"photo\" tells nobody what is to be seen.",
        wrong: "![图片1](img/a.jpg)",
        right: "![党员教师在机床旁讨论图样](img/a.jpg)",
    }
    missing_cover_alt "M313" Error {
        message: "`{key}` 没有文字说明 `{alt_key}`" / "`{key}` has no words for those who do not see it: `{alt_key}`",
        help: ["请加上 `{alt_key} = \"画面内容\"`" / "add `{alt_key} = \"what it shows\"`"],
        about: "看不见图片的人靠说明知道画面内容。" / "Those who cannot see the picture go by these words.",
        wrong: "cover = \"img/a.jpg\"",
        right: "cover = \"img/a.jpg\"\ncover_alt = \"党员教师在机床旁讨论图样\"",
    }
    foreign_file "M314" Error {
        message: "图片和附件不能来自别的网站：`{target}`" / "pictures and files cannot come from another site: `{target}`",
        help: ["请下载后放在文章旁边，用相对路径引用" / "download it, put it beside the text, and write its relative path"],
        about: "外部图片会泄露读者的访问，会失效，离线也看不到；本站的页面不向别的网站取任何东西。" / "Outside pictures tell others who reads, vanish, and are missing offline; pages of this site fetch nothing from elsewhere.",
        wrong: "![合影](https://example.com/a.jpg)",
        right: "![支部党员在校门前合影](img/a.jpg)",
    }
    picture_expected "M315" Error {
        message: "这个文件不是图片：`{target}`" / "this file is not a picture: `{target}`",
        help: ["请换成 JPG、PNG、WebP、GIF 或 SVG；其他文件请写成附件或链接" / "use a JPG, PNG, WebP, GIF or SVG; other files are attachments or links"],
        about: "这里要显示图片，浏览器无法把别的文件显示成图片。" / "A picture is to be shown here, and browsers cannot show other files as one.",
        wrong: "cover = \"方案.pdf\"",
        right: "cover = \"img/cover.jpg\"",
    }
    text_instead_of_file "M316" Error {
        message: "这里要写文件，不是文章：`{target}`" / "a file is expected here, not a text: `{target}`",
        help: ["请写图片、视频或附件的路径；文章请在正文里用链接" / "write the path of a picture, video or attachment; link texts in the body"],
        about: "文章会变成网页，不能作为图片或附件。" / "A text becomes a page, and cannot be a picture or an attachment.",
        wrong: "attachments = [{ file = \"plan.md\" }]",
        right: "attachments = [{ file = \"plan.pdf\" }]",
    }
    captions_not_vtt "M317" Error {
        message: "字幕不是 WebVTT 文件：`{target}`" / "these captions are not a WebVTT file: `{target}`",
        help: ["请把字幕另存为 .vtt" / "save them as .vtt"],
        about: "浏览器只认 WebVTT 字幕；剪辑软件一般都能导出。" / "Browsers know only WebVTT; most editing programs can write it.",
        wrong: "captions = \"lesson.srt\"",
        right: "captions = \"lesson.vtt\"",
    }
    active_file "M318" Error {
        message: "这种文件会在读者的浏览器里运行：`{name}`" / "readers' browsers would run this file: `{name}`",
        help: ["请改成文稿，或另存为 PDF 再作附件" / "make it a text of the site, or save it as a PDF and attach that"],
        about: "网页、脚本和程序从学校的域名打开，就能以学校的名义做事；园地不发布它们。图形（SVG）清理以后可以发布。" / "A web page, script or program that is opened from the school's domain acts in the school's name, so none is published. Drawings (SVG) are cleaned and may be.",
        wrong: "attachments = [{ file = \"登记表.html\" }]",
        right: "attachments = [{ file = \"登记表.pdf\" }]",
    }
    secret_file "M319" Error {
        message: "这种文件不能发布：`{name}`" / "this file may not be published: `{name}`",
        help: ["请删去这个链接；如果确实要给读者，请换一种格式，换一个名字" / "delete the link; if readers are to have it, give it another format and name"],
        about: "密钥、数据库、设置和程序留下的备份，一旦放到网上就收不回来。" / "Keys, data bases, settings and the backups of programs cannot be called back once they are online.",
        wrong: "[钥匙](server.key)",
        right: "[说明](使用说明.pdf)",
    }
    ledger_handed_out "M320" Error {
        message: "`{name}` 是台账 `{ledger}` 的原样副本" / "`{name}` is a copy of the ledger `{ledger}`",
        help: ["请删去这个链接；可公开的数据园地会自己放到开放数据里" / "delete the link; what may be public is offered as open data anyway"],
        about: "台账里有不公开的列。园地只发布可公开的那些列，原件不出本机。" / "A ledger has columns that are not public. Only those that are get published; the original never leaves the machine.",
        wrong: "[名册](名册.csv)",
        right: "[开放数据](/open/)",
    }
    text_outside_folders "M401" Error {
        message: "`{file}` 没有放进内容文件夹" / "`{file}` is in no folder of content",
        help: ["请移到其中一个文件夹：{folders}" / "move it to one of these folders: {folders}"],
        about: "`content/` 下面的第一层文件夹决定内容的种类，所以文章不能直接放在 `content/` 里。" / "The first folder below `content/` decides what a text is, so no text stands there itself.",
        wrong: "content/leifeng.md",
        right: "content/news/leifeng.md",
    }
    unknown_content_folder "M402" Error {
        message: "没有这种内容文件夹：`{folder}`" / "there is no folder of content called `{folder}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "内容文件夹有：{folders}" / "the folders are: {folders}"],
        about: "`content/` 下面的第一层文件夹决定内容的种类，名字是固定的。" / "The first folder below `content/` decides what a text is, so its name is one of a few.",
        wrong: "content/activity/theme-day.md",
        right: "content/activities/theme-day.md",
    }
    text_for_a_list "M403" Error {
        message: "列表页没有自己的文章：`{folder}`" / "the list `{folder}` has no text of its own",
        help: ["列表页自动生成；说明文字请放到 `content/pages/`" / "lists are made by themselves; put words about them into `content/pages/`"],
        about: "其他生成器用 `_index.md` 或文件夹的 `index.md` 写列表页；这里列表页自动生成。" / "Other generators take `_index.md` or a folder's `index.md` for the list; here lists are made by themselves.",
        wrong: "content/news/_index.md",
        right: "content/pages/about-news.md",
    }
    article_outside_column "M404" Error {
        message: "专栏文章没有放进专栏的文件夹：`{id}`" / "this article is in no column's folder: `{id}`",
        help: ["请移到 `content/columns/{column}/`" / "move it to `content/columns/{column}/`"],
        about: "专栏文章放在 `content/columns/专栏编号/` 下面，专栏在 `site.toml` 的 `[[column]]` 里声明。" / "Articles stand in `content/columns/<id>/`, and columns are declared as `[[column]]` in `site.toml`.",
        wrong: "content/columns/5g.md",
        right: "content/columns/tech_news/5g.md",
    }
    unknown_column "M405" Error {
        message: "没有这个专栏：`{column}`" / "there is no column `{column}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请在 `site.toml` 里加上 `[[column]]`、`id = \"{column}\"` 和 `title`" / "add a `[[column]]` with `id = \"{column}\"` and a `title` to `site.toml`"],
        about: "专栏要先在 `site.toml` 里声明标题、周期和轮值，再放文章。" / "A column is first declared in `site.toml`, with its title, cadence and rota.",
        wrong: "content/columns/technews/5g.md",
        right: "content/columns/tech_news/5g.md",
    }
    same_id "M406" Error {
        message: "同一种内容有两个编号 `{id}`：`{path}` 与 `{first}`" / "two texts of one kind have the id `{id}`: `{path}` and `{first}`",
        help: ["请给其中一个文件改名" / "rename one of the files"],
        about: "编号就是文件名（`index.md` 取文件夹名），同一种内容里不能重复，哪怕放在不同的文件夹；否则引用不知道指哪一个。" / "The id is the file's name (for `index.md` the folder's), and unique within a kind even across folders: a reference must mean one text.",
        wrong: "content/news/2025/leifeng.md 与 content/news/2026/leifeng.md",
        right: "content/news/2025/leifeng-2025.md 与 content/news/2026/leifeng-2026.md",
    }
    same_address "M407" Error {
        message: "两篇内容的网址相同 `{address}`：`{path}` 与 `{first}`" / "two texts have the address `{address}`: `{path}` and `{first}`",
        help: ["请给其中一篇写上不同的 `slug`" / "give one of them another `slug`"],
        about: "网址由文件名转成小写英文和拼音，不同的文件名可能得到同一个网址。" / "Addresses are made from file names in lower case and pinyin, so two names can give one address.",
        wrong: "content/news/学雷锋.md 与 content/news/xue-lei-feng.md",
        right: "content/news/学雷锋.md 与 content/news/xue-lei-feng-2026.md",
    }
    unknown_branch "M408" Error {
        message: "没有这个支部：`{id}`" / "there is no branch `{id}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请检查编号，或在 `data/branches.csv` 里加上这个支部" / "check the id, or add the branch to `data/branches.csv`"],
        about: "支部写编号；编号登记在支部表里。" / "Branches are written by their id, which the table of branches registers.",
        wrong: "branches = [\"shukng\"]",
        right: "branches = [\"shukong\"]",
    }
    unknown_honour "M409" Error {
        message: "没有这项荣誉：`{id}`" / "there is no honour `{id}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请检查编号，或在 `data/honours.csv` 里加上这项荣誉" / "check the id, or add the honour to `data/honours.csv`"],
        about: "荣誉写编号；编号、级别和文号登记在荣誉表里，页面上的荣誉都有出处。" / "Honours are written by the id under which the table of honours registers them, so that each has its source.",
        wrong: "honours = [\"H2024-99\"]",
        right: "honours = [\"H2024-02\"]",
    }
    unknown_consent "M410" Error {
        message: "授权登记表里没有 `{id}`" / "the consent register has no `{id}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请检查编号，或先在 `data/consent.csv` 里登记" / "check the id, or register the consent in `data/consent.csv` first"],
        about: "发布个人事迹要有本人的书面同意；没有登记的不能发布。" / "A person's story needs that person's written consent; without a row in the register it cannot be published.",
        wrong: "consent = \"C999\"",
        right: "consent = \"C001\"",
    }
    consent_ended "M411" Warning {
        message: "授权 `{id}` 已于 {day} 结束，这一页不再发布" / "the consent `{id}` ended on {day}, so this page is not published",
        help: ["请征得同意并更新 `data/consent.csv`，或删除这个文件" / "ask again and update `data/consent.csv`, or delete the file"],
        about: "本人撤回同意或同意到期以后，下一次生成时就从网站上消失：页面、列表、订阅和搜索里都没有。" / "When a consent is withdrawn or runs out, the next build leaves the page out everywhere: lists, feeds and search too.",
        wrong: "C009,…,withdrawn_on = 2025-12-01",
        right: "C009,…,withdrawn_on 为空",
    }
    unknown_entry "M412" Error {
        message: "没有编号为 `{id}` 的内容（{folders}）" / "there is nothing with the id `{id}` ({folders})",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请写文件名（不带 .md）" / "write the file's name without .md"],
        about: "内容之间用编号互相引用；编号就是文件名（`index.md` 取文件夹名）。" / "Texts refer to each other by id: the file's name, or for `index.md` the folder's.",
        wrong: "items = [\"dangzhan\"]",
        right: "items = [\"dangzhang\"]",
    }
    refers_to_unpublished "M413" Warning {
        message: "引用的内容现在没有发布：`{id}`" / "what this refers to is not published now: `{id}`",
        help: ["它是草稿、未到发布日期、已过期或授权已结束；先略过" / "it is a draft, not yet due, expired, or its consent has ended; it is passed over"],
        about: "引用的文件在，但今天不在网站上；等它发布以后会自动出现。" / "The file is there but not on the site today; once it is published, it appears by itself.",
        wrong: "items = [\"next-term\"]（草稿）",
        right: "items = [\"this-term\"]",
    }
    ambiguous_entry "M414" Error {
        message: "`{id}` 既是学习资源又是测验，不知道指哪一个" / "`{id}` is a resource and a quiz as well",
        help: ["请给其中一个文件改名" / "rename one of the files"],
        about: "学习路径里可以写资源和测验的编号；两者同名时无法判断。" / "A learning path names resources and quizzes by id, and two of one name cannot be told apart.",
        wrong: "resources/dangzhang.md 与 quizzes/dangzhang.md",
        right: "resources/dangzhang.md 与 quizzes/dangzhang-quiz.md",
    }
    pair_not_mutual "M415" Warning {
        message: "`{other}` 没有写 `pair = \"{id}\"`，两场活动没有互相对应" / "`{other}` does not say `pair = \"{id}\"`, so the two do not point at each other",
        help: ["请在 `{other}` 里加上 `pair = \"{id}\"`" / "add `pair = \"{id}\"` to `{other}`"],
        about: "线上、线下两场活动互相写出对方的编号，读者才能从一场走到另一场。" / "The online and the onsite half name each other, so that readers get from one to the other.",
        wrong: "甲：pair = \"乙\"　乙：没有 pair",
        right: "甲：pair = \"乙\"　乙：pair = \"甲\"",
    }
    pair_of_one_mode "M416" Warning {
        message: "对应的两场活动方式相同：`{other}`" / "both halves of this pair have the same mode: `{other}`",
        help: ["请检查 `mode`：一场 \"online\"，一场 \"onsite\"" / "check `mode`: one is \"online\", the other \"onsite\""],
        about: "`pair` 用来联系同一活动的线上和线下两场。" / "`pair` ties the online and the onsite half of one activity.",
        wrong: "两场都写 mode = \"onsite\"",
        right: "一场 mode = \"online\"，一场 mode = \"onsite\"",
    }
    refers_to_itself "M417" Error {
        message: "`{key}` 写的是自己" / "`{key}` names the text itself",
        help: ["请写另一篇的编号，或删掉 `{key}`" / "write the id of another, or remove `{key}`"],
        about: "文件不能被自己替代，活动不能与自己对应。" / "Nothing replaces itself or is its own other half.",
        wrong: "dangzhang.md：replaced_by = \"dangzhang\"",
        right: "dangzhang-2017.md：replaced_by = \"dangzhang-2022\"",
    }
    replaced_in_a_circle "M418" Error {
        message: "替代关系绕成了圈：{circle}" / "these replace each other in a circle: {circle}",
        help: ["请删掉其中现行有效的那一篇的 `replaced_by`" / "remove `replaced_by` from the one that holds"],
        about: "沿着替代关系应当走到现行有效的文件；绕成圈时没有一份是有效的。" / "The way from document to document must end at one that holds; in a circle none does.",
        wrong: "甲 → 乙 → 甲",
        right: "甲 → 乙",
    }
    review_overdue "M419" Warning {
        message: "应在 {day} 前复核，已经过期" / "this was to be looked at again by {day}",
        help: ["请核对内容是否仍然有效，再改 `review_by` 和 `updated`" / "check whether it still holds, then change `review_by` and `updated`"],
        about: "`review_by` 是下次核对内容的日期，过了还没有核对就提醒。" / "`review_by` is the day by which somebody should look at the text again.",
        wrong: "review_by = 2024-01-01",
        right: "review_by = 2027-01-01",
    }
    missed_turns "M420" Warning {
        message: "专栏“{title}”有月份没有文章：{months}" / "the column \"{title}\" has no article of: {months}",
        help: ["请补上文章，或修改轮值表" / "add the articles, or change the rota"],
        about: "轮值表写了哪个月由谁供稿；月份过完还没有文章就提醒。" / "The rota says whose turn it is in which month; months that are over and have no article are named.",
        wrong: "rota = { \"2026-02\" = \"shukong\" }，二月没有文章",
        right: "rota = { \"2026-02\" = \"shukong\" }，二月有一篇",
    }
    branch_not_registered "M421" Error {
        message: "支部表里没有这个支部：`{id}`" / "the table of branches has no `{id}`",
        help: ["文件名要与支部编号相同；是否想写 `{near}`？" / "the file is named after the branch's id; did you mean `{near}`?", "请在 `data/branches.csv` 里登记，或给文件改名" / "register it in `data/branches.csv`, or rename the file"],
        about: "`content/branches/` 里的文章按文件名对应支部表的一行。" / "A text below `content/branches/` belongs to the branch whose id is its name.",
        wrong: "content/branches/shukng.md",
        right: "content/branches/shukong.md",
    }
    no_consent_table "M422" Error {
        message: "没有授权登记表，无法核对授权 `{id}`" / "there is no consent register to look up `{id}` in",
        help: ["请建立 `data/consent.csv`，列为 id、person、purposes、granted_on" / "make `data/consent.csv` with the columns id, person, purposes, granted_on"],
        about: "发布个人事迹要有本人的书面同意，并登记在 `data/consent.csv`。" / "A person's story needs that person's written consent, registered in `data/consent.csv`.",
        wrong: "consent = \"C001\"（没有 data/consent.csv）",
        right: "consent = \"C001\"（data/consent.csv 里有 C001）",
    }
}
