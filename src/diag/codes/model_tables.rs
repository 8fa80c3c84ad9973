//! Codes of `model` about tables: M5xx the table as a whole, M6xx one cell, M7xx rows against each other.

super::codes! {
    unknown_word_group "M501" Error {
        message: "词汇表里没有这个类别：`{group}`" / "there is no group of words called `{group}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可用的类别：{groups}" / "the groups are: {groups}"],
        about: "`data/vocabulary.toml` 给已有的类别增加、改名或去掉词；类别本身是固定的。" / "`data/vocabulary.toml` adds, renames and removes words of the groups that exist; the groups themselves are given.",
        wrong: "[topik]\nwelding = \"焊接\"",
        right: "[topic]\nwelding = \"焊接\"",
    }
    not_a_word "M502" Error {
        message: "`{word}` 后面要写词的名称，或写 `false` 去掉它" / "behind `{word}` stands neither the label of a word nor `false`",
        help: ["请写成 `{word} = \"名称\"`，并放在 `[类别]` 下面" / "write `{word} = \"label\"` below the `[group]` it belongs to"],
        about: "词汇表的每一行是“标识 = 名称”；有几种写法时写成列表，第一个用于显示；`false` 去掉自带的词。" / "Each line of the vocabulary is `id = label`; several ways of writing make a list, whose first is shown; `false` removes a shipped word.",
        wrong: "[topic]\nwelding = 3",
        right: "[topic]\nwelding = \"焊接\"",
    }
    bad_word_id "M503" Error {
        message: "这个标识不能用：`{word}`" / "this cannot be the id of a word: `{word}`",
        help: ["标识只用小写英文字母、数字和 `_`，以字母开头；中文写在等号后面" / "an id has lower-case letters, digits and `_`, and begins with a letter; the label goes behind the equals sign"],
        about: "标识会出现在网址和公式里，所以只能用简单的字符。" / "Ids stand in addresses and formulas, so they are plain.",
        wrong: "[topic]\nWelding = \"焊接\"",
        right: "[topic]\nwelding = \"焊接\"",
    }
    removed_word_unknown "M504" Error {
        message: "要去掉的词不存在：`{word}`（类别 `{group}`）" / "the word to be removed is not in the group `{group}`: `{word}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请删掉这一行" / "remove this line"],
        about: "`false` 只能去掉已经有的词；写错标识时，想去掉的词其实还在。" / "`false` removes a word that exists; with a misspelt id the word would silently stay.",
        wrong: "[topic]\nparty_histori = false",
        right: "[topic]\nparty_history = false",
    }
    fixed_word_group "M505" Error {
        message: "类别 `{group}` 的词是固定的，不能增加或去掉 `{word}`" / "the words of `{group}` are given: `{word}` cannot be added or removed",
        help: ["可以改名称，例如 `[mode] onsite = \"现场\"`；固定的词：{words}" / "labels may be changed, as in `[mode] onsite = \"…\"`; the words are: {words}"],
        about: "系统要根据这些词判断（例如线上还是线下、出席还是请假），所以只能改显示的名称。" / "yuandi acts on these words (online or on site, present or on leave), so only their labels may change.",
        wrong: "[mode]\nonline = false",
        right: "[mode]\nonsite = \"现场\"",
    }
    unknown_table "M511" Error {
        message: "不知道 `{name}` 是什么表" / "nobody has said what table `{name}` is",
        help: [
            "是否想命名为 `{near}`？" / "did you mean to call it `{near}`?",
            "请在 data/tables.toml 里声明 `[表名]`，或在 data/sources.toml 里写明它属于哪张表" / "declare a table of that name in data/tables.toml, or say in data/sources.toml which table it holds",
        ],
        about: "data/ 里的表格文件按文件名对应到表，例如 members.csv 或 党员.csv。没有声明的表不知道哪些内容可以公开，所以不读取。" / "Files in data/ belong to tables by their names, such as members.csv. Of a table that is not declared nobody knows what may be published, so it is not read.",
        wrong: "data/memebrs.csv",
        right: "data/members.csv",
    }
    unknown_heading "M512" Error {
        message: "表 `{table}` 没有这一列：`{heading}`" / "the table `{table}` has no such column: `{heading}`",
        help: [
            "是否想写 `{near}`？不需要的列，在 data/sources.toml 的 `columns` 里写成 `false`" / "did you mean `{near}`? To leave a column out, set it to `false` below `columns` in data/sources.toml",
            "请在 data/tables.toml 里声明这一列，或在 data/sources.toml 里写明它对应哪一列；已有的列：{known}" / "declare it in data/tables.toml, or say in data/sources.toml which column it is; the columns are: {known}",
        ],
        about: "每一列都要知道是什么、能不能公开。没有声明的列不会被悄悄忽略，以免写错的表头丢掉一整列数据。" / "Of each column it must be known what it is and who may see it. An unknown heading is never passed over, because a misspelt one would lose a whole column.",
        wrong: "id,nmae\nshukong,数控教工党支部",
        right: "id,name\nshukong,数控教工党支部",
    }
    missing_columns "M513" Error {
        message: "表 `{table}` 缺少必需的列：{columns}" / "the table `{table}` lacks columns that it needs: {columns}",
        help: ["请补上这些列；整个文件都相同的内容可以在 data/sources.toml 里写 `constants`" / "add them; what is the same for the whole file can be said with `constants` in data/sources.toml"],
        about: "缺少必需的列时，这张表的行无法使用。" / "Without these columns the rows of the table cannot be used.",
        wrong: "name\n数控教工党支部",
        right: "id,name\nshukong,数控教工党支部",
    }
    same_column_twice "M514" Error {
        message: "`{first}` 和 `{second}` 都是“{column}”这一列" / "`{first}` and `{second}` are both the column \"{column}\"",
        help: ["请删掉其中一列，或在 data/sources.toml 里写 `columns` 说明各自是什么" / "remove one of them, or say what each is with `columns` in data/sources.toml"],
        about: "一列有几种写法的表头，但一个文件里只能出现一个。" / "A column may be headed in several ways, but only one of them may stand in a file.",
        wrong: "学号,工号,姓名",
        right: "学号/工号,姓名",
    }
    forbidden_heading "M515" Error {
        message: "表格里不能有这一列：`{heading}`" / "a table may not hold this column: `{heading}`",
        help: ["请从文件里删掉整列；确实需要时在 data/tables.toml 里声明为 `sensitivity = \"secret\"`" / "remove the whole column from the file; if it must be there, declare it `sensitivity = \"secret\"` in data/tables.toml"],
        about: "证件号、手机号、银行卡号、住址、出生日期，以及健康、宗教、婚姻和家庭情况与公开展示无关，放在站点文件夹里就有泄露的危险。" / "Identity, phone and card numbers, addresses, dates of birth, health, religion and family have no part in a public site, and whatever lies in its folder may leak.",
        wrong: "学号,姓名,身份证号",
        right: "学号,姓名",
    }
    unread_spreadsheet "M516" Warning {
        message: "没有读取这个电子表格：`{name}`" / "this spreadsheet is not read: `{name}`",
        help: ["请在 Excel 或 WPS 里另存为“CSV UTF-8”，再放到 data/ 里" / "save it as \"CSV UTF-8\" and put that into data/"],
        about: "data/ 里的表格目前用 CSV、TOML 或 JSON 格式。" / "Tables in data/ are CSV, TOML or JSON files.",
        wrong: "data/党员.xlsx",
        right: "data/党员.csv",
    }
    unknown_setting "M521" Error {
        message: "没有这个设置：`{key}`" / "there is no such setting: `{key}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可用的设置：{known}" / "the settings are: {known}"],
        about: "写错的设置不会起作用，所以不认识的设置一律指出来。" / "A misspelt setting would have no effect, so those that are not known are pointed out.",
        wrong: "[[source]]\nfile = \"签到.csv\"\ntabel = \"attendance\"",
        right: "[[source]]\nfile = \"签到.csv\"\ntable = \"attendance\"",
    }
    bad_setting "M522" Error {
        message: "`{key}` 的值写法不对" / "the value of `{key}` is not of the right form",
        help: ["请写成类似 `{example}`" / "write something like `{example}`"],
        about: "每个设置只接受一种写法：文字、数字、是否、列表或一组键值。" / "Each setting takes one form: a text, a number, true or false, a list, or keys with values.",
        wrong: "header_row = \"第三行\"",
        right: "header_row = 3",
    }
    unknown_source_table "M523" Error {
        message: "没有这张表：`{table}`" / "there is no such table: `{table}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请先在 data/tables.toml 里声明它" / "declare it in data/tables.toml first"],
        about: "`table` 写自带的表名（如 members、attendance）或 data/tables.toml 里声明的表名。" / "`table` names a table that comes with yuandi (members, attendance) or one of data/tables.toml.",
        wrong: "[[source]]\nfile = \"签到.csv\"\ntable = \"attendence\"",
        right: "[[source]]\nfile = \"签到.csv\"\ntable = \"attendance\"",
    }
    unknown_source_column "M524" Error {
        message: "表 `{table}` 没有这一列：`{column}`" / "the table `{table}` has no such column: `{column}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "已有的列：{known}" / "the columns are: {known}"],
        about: "表头对应到列的英文名；新的列先在 data/tables.toml 里声明。" / "Headings are mapped to the names of columns; new ones are declared in data/tables.toml first.",
        wrong: "columns = { \"学习时长\" = \"minuts\" }",
        right: "columns = { \"学习时长\" = \"minutes\" }",
    }
    missing_setting "M525" Error {
        message: "缺少 `{key}`" / "`{key}` is missing",
        help: ["请加上一行 `{key} = {example}`" / "add a line `{key} = {example}`"],
        about: "每个 `[[source]]` 要说明是哪个文件（`file`）、哪张表（`table`）。" / "Each `[[source]]` says which file (`file`) holds which table (`table`).",
        wrong: "[[source]]\nfile = \"签到.csv\"",
        right: "[[source]]\nfile = \"签到.csv\"\ntable = \"attendance\"",
    }
    unknown_encoding "M526" Error {
        message: "不认识这种编码：`{name}`" / "this encoding is not known: `{name}`",
        help: ["常用的编码：`\"utf-8\"`、`\"gb18030\"`、`\"utf-16le\"`；一般不写，会自动识别" / "the usual ones are `\"utf-8\"`, `\"gb18030\"` and `\"utf-16le\"`; most files need none"],
        about: "`encoding` 只在自动识别出错时才需要。" / "`encoding` is needed only where guessing fails.",
        wrong: "encoding = \"ANSI中文\"",
        right: "encoding = \"gb18030\"",
    }
    rule_without_file "M527" Warning {
        message: "data/ 里没有符合 `{file}` 的文件" / "no file in data/ matches `{file}`",
        help: ["请检查文件名；`*` 代表一个文件夹内的任意文字，`**` 还包括下级文件夹" / "check the name; `*` is any text within a folder, `**` goes into folders too"],
        about: "这条规则没有用上，可能是文件名写错了，或者文件还没有放进来。" / "The rule has no effect: the name may be misspelt, or the file is not there yet.",
        wrong: "file = \"签道/*.csv\"",
        right: "file = \"签到/*.csv\"",
    }
    file_with_two_rules "M528" Error {
        message: "`{name}` 同时符合两条规则" / "two rules match `{name}`",
        help: ["请改写其中一条的 `file`，让每个文件只符合一条" / "change `file` of one of them, so that each file matches one rule"],
        about: "两条规则可能把同一个文件读成两张不同的表。" / "Two rules could make two different tables of one file.",
        wrong: "file = \"*.csv\" 与 file = \"签到*.csv\"",
        right: "file = \"学习*.csv\" 与 file = \"签到*.csv\"",
    }
    mapped_heading_missing "M529" Error {
        message: "文件里没有这个表头：`{heading}`" / "the file has no such heading: `{heading}`",
        help: ["请照文件里的写法改正，或删掉这一项" / "write it as the file does, or remove it"],
        about: "data/sources.toml 里写明的表头在文件里找不到，可能表头改过名。" / "A heading that data/sources.toml names is not in the file; it may have been renamed.",
        wrong: "columns = { \"学习时间(分)\" = \"minutes\" }",
        right: "columns = { \"学习时长(分)\" = \"minutes\" }",
    }
    constant_and_column "M530" Error {
        message: "“{column}”既写在 `constants` 里，文件里又有这一列" / "\"{column}\" is a constant and also a column of the file",
        help: ["请删掉 `constants` 里的这一项，或在 `columns` 里把文件的这一列写成 `false`" / "remove it from `constants`, or leave the file's column out with `false` in `columns`"],
        about: "两处的内容可能不同，不知道该用哪一个。" / "The two may differ, and nobody can know which one is meant.",
        wrong: "constants = { branch = \"shukong\" }（文件里也有“支部”一列）",
        right: "constants = { branch = \"shukong\" }（文件里没有“支部”一列）",
    }
    unknown_schema_word "M541" Error {
        message: "`{key}` 不能是 `{word}`" / "`{key}` cannot be `{word}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可用的有：{known}" / "it may be: {known}"],
        about: "列的类型、单位、公开程度等只能用规定的词。" / "Types, units and levels of columns are given words.",
        wrong: "minutes = { label = \"时长\", type = \"nubmer\" }",
        right: "minutes = { label = \"时长\", type = \"number\" }",
    }
    unknown_reference "M542" Error {
        message: "引用的表不存在：`{name}`" / "there is no such table to refer to: `{name}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以引用的表：{known}" / "the tables are: {known}"],
        about: "`references` 写另一张表的名字（如 members）或内容的种类（如 activity）。" / "`references` names another table (members) or a kind of content (activity).",
        wrong: "member = { references = \"memebrs\" }",
        right: "member = { references = \"members\" }",
    }
    bad_table_name "M543" Error {
        message: "这个名字不能用：`{name}`" / "this cannot be the name of a table or column: `{name}`",
        help: ["名字只用小写英文字母、数字和 `_`，以字母开头；中文写在 `label` 里" / "a name has lower-case letters, digits and `_`, and begins with a letter; other words go into `label`"],
        about: "表名和列名会出现在公式和文件名里，所以只能用简单的字符。" / "Names of tables and columns stand in formulas and file names, so they are plain.",
        wrong: "[\"读书笔记\"]",
        right: "[reading_notes]\nlabel = \"读书笔记\"",
    }
    shipped_column_changed "M544" Error {
        message: "不能改变自带的列 `{column}` 的 `{key}`" / "`{key}` of the column `{column}`, which comes with yuandi, cannot be changed",
        help: ["自带的列可以写：{known}；公开程度只能更严格" / "a column that comes with yuandi may have: {known}; it can only be made stricter"],
        about: "公式、积分和隐私检查都以自带的列为准，所以只能补充，不能改成别的内容。" / "Formulas, points and privacy build on these columns, so a site may add to them but not make something else of them.",
        wrong: "[members.columns]\nname = { sensitivity = \"public\" }",
        right: "[members.columns]\nname = { aliases = [\"党员\"] }",
    }
    heading_means_two "M545" Error {
        message: "表 `{table}` 的表头 `{heading}` 同时指 `{first}` 和 `{second}`" / "the heading `{heading}` of `{table}` means both `{first}` and `{second}`",
        help: ["请换一个名称或别名" / "choose another label or alias"],
        about: "一个表头只能对应一列。" / "One heading stands for one column.",
        wrong: "note = { label = \"姓名\" }",
        right: "note = { label = \"备注\" }",
    }
    cell_not_a_number "M601" Error {
        message: "“{column}”不是数字：`{value}`" / "\"{column}\" is not a number: `{value}`",
        help: ["请只写数字，例如 `90` 或 `1,200.5`，单位写在表头里" / "write only the number, such as `90` or `1,200.5`; the unit belongs into the heading"],
        about: "这一列要参与计算，只能是数字。" / "The column is calculated with, so it holds numbers only.",
        wrong: "90分钟",
        right: "90",
    }
    number_too_large "M602" Error {
        message: "“{column}”的数字超出了范围：`{value}`" / "the number in \"{column}\" is out of range: `{value}`",
        help: ["请写一个普通大小的数字，最多十八位" / "write a number of ordinary size, of at most eighteen digits"],
        about: "太大或太长的数字、`inf` 和 `nan` 都无法准确计算。" / "Numbers that are too large or too long, `inf` and `nan` cannot be calculated with exactly.",
        wrong: "1e309",
        right: "1000",
    }
    value_out_of_range "M603" Error {
        message: "“{column}”应在 {min} 到 {max} 之间：`{value}`" / "\"{column}\" lies between {min} and {max}: `{value}`",
        help: ["请核对这个数字" / "check this number"],
        about: "超出合理范围的数字通常是多写了一位、错了一列或用错了单位。" / "A number out of its range usually has a digit too many, the wrong unit, or stands in the wrong column.",
        wrong: "-30",
        right: "30",
    }
    percent_out_of_range "M604" Error {
        message: "“{column}”的百分比超出了范围：`{value}`" / "the percentage in \"{column}\" is out of range: `{value}`",
        help: ["请写成 `95%` 或 `0.95`；不带百分号的 `95` 表示 9500%" / "write `95%` or `0.95`; `95` without a percent sign means 9500%"],
        about: "完成率等百分比在 0% 到 100% 之间。确实会超过时，可以为这一列声明 `range`。" / "Such a percentage lies between 0% and 100%. Where more is possible, declare a `range` for the column.",
        wrong: "95",
        right: "95%",
    }
    missing_value "M605" Error {
        message: "“{column}”不能为空" / "\"{column}\" must not be empty",
        help: ["请填写这一格" / "fill in this cell"],
        about: "没有这一项，这一行无法使用。" / "Without it the row cannot be used.",
        wrong: "id,name\nshukong,",
        right: "id,name\nshukong,数控教工党支部",
    }
    word_not_in_list "M606" Error {
        message: "“{column}”没有这个选项：`{value}`" / "\"{column}\" has no such choice: `{value}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以写：{choices}" / "it may be: {choices}"],
        about: "这一列只能用规定的词，中文名称和英文标识都可以。自带的词可以在 data/vocabulary.toml 里增减。" / "The column holds given words, by label or by id. Words are added and removed in data/vocabulary.toml.",
        wrong: "请价",
        right: "请假",
    }
    cell_no_such_day "M607" Error {
        message: "“{column}”没有这一天：`{value}`" / "there is no such day in \"{column}\": `{value}`",
        help: ["请核对月份和日期" / "check month and day"],
        about: "日期必须是日历上有的一天。" / "A date must be in the calendar.",
        wrong: "2026-13-40",
        right: "2026-03-15",
    }
    cell_date_without_day "M608" Error {
        message: "“{column}”缺少日：`{value}`" / "the date in \"{column}\" has no day: `{value}`",
        help: ["请写完整的日期，例如 `2026-09-01`" / "write the whole date, such as `2026-09-01`"],
        about: "只有年月时不知道是哪一天，不会替您猜成一号或月底。" / "From a month alone the day cannot be known, and it is never guessed.",
        wrong: "2026年9月",
        right: "2026年9月1日",
    }
    cell_not_a_date "M609" Error {
        message: "“{column}”不是日期：`{value}`" / "\"{column}\" is not a date: `{value}`",
        help: ["请写成 `2024-09-03`、`2024/9/3` 或 `2024年9月3日`" / "write `2024-09-03`, `2024/9/3` or `2024年9月3日`"],
        about: "年份要写四位。像 `46000` 这样的数字是电子表格内部的日期，请先在表格里设为日期格式再导出。" / "The year has four digits. A number such as `46000` is a spreadsheet's own form of a date: format the cells as dates and export again.",
        wrong: "46000",
        right: "2025-12-09",
    }
    precision_lost "M610" Error {
        message: "“{column}”的号码已被表格软件改坏：`{value}`" / "a spreadsheet has damaged the number in \"{column}\": `{value}`",
        help: ["请把这一列设为“文本”格式后重新填写原号码；身份证号请整列删除" / "format the column as text and enter the numbers again; identity numbers do not belong here at all"],
        about: "表格软件只保留 15 位数字，更长的号码会变成 1.10101E+17 或末尾变成 000，原来的号码已经找不回来。" / "Spreadsheets keep fifteen digits. Longer numbers become 1.10101E+17 or end in 000, and the rest is lost.",
        wrong: "1.10101E+17",
        right: "20240115",
    }
    cell_not_yes_or_no "M611" Error {
        message: "“{column}”应写是或否：`{value}`" / "\"{column}\" is yes or no: `{value}`",
        help: ["可以写 `是` `否`、`√` `×`、`1` `0`" / "write `是` or `否`, `√` or `×`, `1` or `0`"],
        about: "这一列只有两种情况。" / "The column knows two cases only.",
        wrong: "部分完成",
        right: "否",
    }
    cell_not_a_month "M612" Error {
        message: "“{column}”不是月份：`{value}`" / "\"{column}\" is not a month: `{value}`",
        help: ["请写成 `2026-03` 或 `2026年3月`" / "write `2026-03` or `2026年3月`"],
        about: "这一列要写年和月，不写日。" / "The column holds a year and a month, without a day.",
        wrong: "三月",
        right: "2026-03",
    }
    cell_not_a_whole_number "M613" Error {
        message: "“{column}”应是整数：`{value}`" / "\"{column}\" is a whole number: `{value}`",
        help: ["请核对这个数字，不要写小数" / "check this number, and write no fraction"],
        about: "人数、次数、年份等不会有小数。" / "Persons, times and years have no fractions.",
        wrong: "21.5",
        right: "21",
    }
    list_in_cell "M614" Error {
        message: "“{column}”只能写一个值：`{value}`" / "\"{column}\" holds one value, not a list: `{value}`",
        help: ["请去掉方括号，只留一个" / "remove the brackets and leave one value"],
        about: "这一列的每一行只有一个值。" / "The column has one value in each row.",
        wrong: "branch = [\"a\", \"b\"]",
        right: "branch = \"a\"",
    }
    key_twice "M701" Error {
        message: "第 {row} 行与第 {first} 行的“{column}”相同：`{value}`" / "row {row} has the same \"{column}\" as row {first}: `{value}`",
        help: ["请删掉重复的一行，或改正其中的编号" / "remove the row that is written twice, or correct its number"],
        about: "编号用来区分不同的行；同一个编号出现两次，不知道该用哪一行。" / "The key tells rows apart; where it stands twice, nobody can know which row is meant.",
        wrong: "id,name\na,甲支部\na,乙支部",
        right: "id,name\na,甲支部\nb,乙支部",
    }
    leads_nowhere "M702" Error {
        message: "“{column}”在“{target}”里找不到：`{value}`" / "\"{column}\" is not to be found in \"{target}\": `{value}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请核对编号，或先在“{target}”里补上这一项" / "check it, or add it to \"{target}\" first"],
        about: "这一格指向另一张表或另一篇内容，那里必须有它。" / "The cell refers to a row of another table or to an entry, which must exist.",
        wrong: "branch = \"shukon\"",
        right: "branch = \"shukong\"",
    }
    circle_of_rows "M703" Error {
        message: "“{column}”绕成了圈：{circle}" / "\"{column}\" leads round in a circle: {circle}",
        help: ["请改正其中一行，让最上一级的这一格为空" / "correct one of the rows; the topmost has an empty cell here"],
        about: "一个组织不能是自己的上级，也不能是自己上级的上级。" / "Nothing can be above itself, nor above what is above it.",
        wrong: "a 的上级是 b，b 的上级是 a",
        right: "a 的上级是 b，b 没有上级",
    }
    referenced_table_missing "M704" Error {
        message: "“{column}”指向“{table}”，但没有这张表的文件" / "\"{column}\" refers to the table \"{table}\", which has no file",
        help: ["请在 data/ 里添加“{table}”的文件" / "add a file of \"{table}\" to data/"],
        about: "没有被指向的那张表，就无法核对这一列的内容。" / "Without the other table nobody can check what this column says.",
        wrong: "只有 data/members.csv",
        right: "data/members.csv 和 data/branches.csv",
    }
    same_row_twice "M705" Warning {
        message: "第 {row} 行与第 {first} 行完全相同" / "row {row} is the same as row {first}",
        help: ["如果是重复登记，请删掉一行" / "if it was entered twice, remove one of them"],
        about: "两行的每一格都相同，可能把同一件事登记了两次，会被算两次。" / "Every cell is the same, so one fact may have been entered twice, and would count twice.",
        wrong: "date,branch,total\n2024-03-01,a,5\n2024-03-01,a,5",
        right: "date,branch,total\n2024-03-01,a,5\n2024-03-08,a,5",
    }
    value_twice "M706" Error {
        message: "第 {row} 行与第 {first} 行的“{column}”相同：`{value}`，这一列不能重复" / "rows {row} and {first} have the same \"{column}\", which must differ: `{value}`",
        help: ["请改正其中一行" / "correct one of the rows"],
        about: "这一列声明为不可重复（`unique`）。" / "The column is declared `unique`.",
        wrong: "两行的“证书编号”都是 A-01",
        right: "“证书编号”分别是 A-01 和 A-02",
    }
    ambiguous_name "M707" Error {
        message: "“{target}”里有几行都叫 `{value}`（“{column}”）" / "several rows of \"{target}\" are called `{value}` (\"{column}\")",
        help: ["请改写编号" / "write its id instead"],
        about: "可以写名称代替编号，但名称必须只有一个。" / "A name may stand for an id only where one row has it.",
        wrong: "branch = \"第一党支部\"（有两个）",
        right: "branch = \"jixie-1\"",
    }
}
