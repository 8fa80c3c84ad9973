//! Codes of F1 formulas: what may stand in `value`, `where`, `filter`, `time`, `by` and in points.

super::codes! {
    formula_ends_early "F100" Error {
        message: "公式没有写完" / "the formula ends too early",
        help: ["请检查括号是否都有另一半，最后的运算符后面是否还缺内容" / "look for a bracket without its other half, or a sign with nothing behind it"],
        about: "公式用 SQL 的写法。到结尾时还缺少内容，最常见的是少了右括号。" / "Formulas are written in SQL. At the end something is missing, most often a closing bracket.",
        wrong: "value = \"1.0 * sum(done / count(*)\"",
        right: "value = \"1.0 * sum(done) / count(*)\"",
    }
    formula_not_understood "F101" Error {
        message: "公式从 `{part}` 开始看不懂" / "the formula cannot be understood from `{part}` on",
        help: [
            "公式里要用半角符号 `{narrow}`" / "formulas use the narrow mark `{narrow}`",
            "请检查这里的括号、引号和运算符；文字用单引号，例如 `kind = 'theme_day'`" / "look at the brackets, quotes and signs here; words take single quotes, as in `kind = 'theme_day'`",
        ],
        about: "公式用 SQL 的写法。从标出的位置起，写法不完整或多了内容。" / "Formulas are written in SQL. From the marked place on something is missing or too much.",
        wrong: "value = \"1.0 x sum(done) / count(*)\"",
        right: "value = \"1.0 * sum(done) / count(*)\"",
    }
    formula_too_deep "F102" Error {
        message: "公式太长，或括号套得太深" / "the formula is too long, or its brackets lie too deep in each other",
        help: ["请拆成几个指标，或用 `[view.名称]` 先整理数据" / "split it into several metrics, or prepare the data in a `[view.NAME]`"],
        about: "一个公式最多 8000 个字节，括号和运算最多嵌套几十层；更长的公式没有人能核对。" / "A formula has at most 8000 bytes and a few dozen levels of brackets and signs; nobody could check a longer one.",
        wrong: "value = \"((((((((((((((((((((((((((((((((((((((((((count(*)))))))))))))))))))))))))))))))))))))))))))\"",
        right: "value = \"count(*)\"",
    }
    unknown_formula_column "F103" Error {
        message: "“{from}”里没有这一列：`{name}`" / "\"{from}\" has no such column: `{name}`",
        help: [
            "是否想写 `{near}`？" / "did you mean `{near}`?",
            "它自己的列有：{columns}" / "its own columns are: {columns}",
        ],
        about: "公式只能用 `from` 的列，以及通过引用能到达的列，例如 `activity.kind`。" / "A formula uses the columns of its `from`, and those that references lead to, such as `activity.kind`.",
        wrong: "value = \"sum(minuts)\"",
        right: "value = \"sum(minutes)\"",
    }
    ambiguous_formula_column "F104" Error {
        message: "`{name}` 可能是几列中的任何一列" / "`{name}` may be any of several columns",
        help: ["请写全：{choices}" / "write one of them in full: {choices}"],
        about: "只写列名时，先找自己的列，再找一步引用能到达的列；同样近的有几列时必须写全。" / "A bare name is the own column, else the only one that a reference reaches; where several are equally near, it must be written in full.",
        wrong: "where = \"title = '九月学习'\"",
        right: "where = \"task.title = '九月学习'\"",
    }
    unknown_formula_function "F105" Error {
        message: "公式里不能用函数 `{name}`" / "formulas cannot use the function `{name}`",
        help: [
            "是否想写 `{near}`？" / "did you mean `{near}`?",
            "可用的函数：{known}" / "the functions are: {known}",
        ],
        about: "公式只能用一组固定的函数：结果只取决于数据，不取决于时钟和机器，也不会泄露个人内容。今天的日期写 `as_of()`。" / "Formulas use a fixed set of functions, whose results depend on the data alone and give no person away. Today is `as_of()`.",
        wrong: "value = \"group_concat(status)\"",
        right: "value = \"count(*)\"",
    }
    wrong_function_arguments "F106" Error {
        message: "函数 `{name}` 的括号里不是它需要的内容" / "the brackets of `{name}` do not hold what it needs",
        help: ["写法例如 `{form}`" / "it is written like `{form}`"],
        about: "每个函数有固定的参数个数和类型。" / "Each function takes a certain number of values of a certain kind.",
        wrong: "value = \"round(count(*), 1, 2)\"",
        right: "value = \"round(count(*), 1)\"",
    }
    not_allowed_in_formula "F107" Error {
        message: "公式里不能这样写：`{part}`" / "formulas cannot have this: `{part}`",
        help: ["可以用 + - * / 、比较、and、or、not、in、like、between、is null 和 case when；小数用 `1.0 *`" / "they have + - * /, comparisons, and, or, not, in, like, between, is null and case when; `1.0 *` gives fractions"],
        about: "公式只接受一部分 SQL，这样每个数字都能核对，个人内容也不会泄露。`value` 里只能对汇总结果做四则运算。" / "Formulas are a part of SQL, so that each figure can be checked and gives no person away. A `value` is arithmetic over aggregates.",
        wrong: "value = \"cast(sum(done) as real) / count(*)\"",
        right: "value = \"1.0 * sum(done) / count(*)\"",
    }
    subquery_in_formula "F108" Error {
        message: "公式里不能再写查询（select）" / "a formula cannot hold a query of its own",
        help: ["请用引用到达别的表，例如 `activity.kind`；复杂的连接写成 `[view.名称]`" / "reach other tables through references, as in `activity.kind`; joins go into a `[view.NAME]`"],
        about: "查询可以绕过列的公开级别，从别的表取出个人内容，所以一律不接受。" / "A query could go round the levels of columns and fetch personal content from another table.",
        wrong: "value = \"count(*) + (select count(*) from members)\"",
        right: "value = \"count(distinct member)\"",
    }
    window_in_formula "F109" Error {
        message: "公式里不能用窗口函数（over）" / "a formula cannot use windows (`over`)",
        help: ["请去掉 `over (…)`；按支部、按月份的数字由 `by` 和 `time` 得到" / "remove `over (…)`; `by` and `time` give figures by branch and month"],
        about: "窗口函数给出逐行的结果，会显示某一行的内容。" / "Windows give a result for each row, which would show what a single row holds.",
        wrong: "value = \"sum(count(*)) over ()\"",
        right: "value = \"count(*)\"",
    }
    personal_column_in_formula "F110" Error {
        message: "`{name}`（{label}）能认出个人，不能用在这里" / "`{name}` ({label}) identifies persons and cannot be used here",
        help: ["只能用来数人数：`count(distinct {name})`" / "it may only be counted: `count(distinct {name})`"],
        about: "能认出个人的列只能用在 `count(distinct …)` 里；用在条件里就能选出某一个人的数据。" / "A column that identifies persons may only stand in `count(distinct …)`; in a condition it would pick one person's data.",
        wrong: "value = \"sum(score) filter (where member = 'T0001')\"",
        right: "value = \"count(distinct member)\"",
    }
    extreme_of_person "F111" Error {
        message: "`{name}`（{label}）的最大值或最小值会显示某一个人的内容" / "the least or greatest `{name}` ({label}) would show what one person has",
        help: ["数字请改用 `avg({name})` 或 `sum({name})`，文字请改用 `count(distinct {name})`" / "use `avg({name})` or `sum({name})` for numbers, `count(distinct {name})` for text"],
        about: "最大值和最小值就是某一行的值。不公开的列只能求和、求平均或计数。" / "An extreme is the value of a single row. Columns that are not public may only be counted, summed and averaged.",
        wrong: "value = \"max(score)\"",
        right: "value = \"avg(score)\"",
    }
    internal_column_in_condition "F112" Error {
        message: "`{name}`（{label}）不公开，不能用来挑选、分组或排期" / "`{name}` ({label}) is not public, so it cannot choose, group or date rows",
        help: ["可以写进汇总里，例如 `count(*) filter (where {name} >= 60)`；可以公开时，在 data/tables.toml 里把它声明为 public" / "it may stand inside an aggregate, as in `count(*) filter (where {name} >= 60)`; if it may be seen, declare it public in data/tables.toml"],
        about: "算进来的每一行都会列为依据，用不公开的列来挑选，就等于公开了它。没有声明的列是不公开的。" / "Each row that counts is listed as evidence; choosing rows by a column that is not public would publish it. A column that nobody declared is not public.",
        wrong: "where = \"score >= 60\"",
        right: "value = \"count(*) filter (where score >= 60)\"",
    }
    column_outside_aggregate "F114" Error {
        message: "`{name}`（{label}）没有放在汇总函数里" / "`{name}` ({label}) stands outside of every aggregate",
        help: ["请写成 `sum({name})`、`avg({name})` 或 `count({name})`" / "write `sum({name})`, `avg({name})` or `count({name})`"],
        about: "汇总旁边的单独一列会显示任意一行的内容，既不准确，也可能泄露个人内容。" / "A bare column beside an aggregate shows what some row holds: it means nothing, and it may give a person away.",
        wrong: "value = \"minutes + count(*)\"",
        right: "value = \"sum(minutes)\"",
    }
    text_as_value "F115" Error {
        message: "指标的值必须是数字，`{part}` 是文字" / "a metric's value is a number, and `{part}` is text",
        help: ["请用 `count`、`sum` 或 `avg` 得到数字" / "`count`, `sum` and `avg` give numbers"],
        about: "文字结果会原样显示某些行的内容，可能泄露个人内容；指标只能是数字。" / "A text would show what rows hold and may give persons away; figures are numbers.",
        wrong: "value = \"name || sum(minutes)\"",
        right: "value = \"sum(minutes)\"",
    }
    aggregate_in_aggregate "F116" Error {
        message: "汇总函数 `{name}` 不能放在另一个汇总函数里" / "the aggregate `{name}` stands inside of another",
        help: ["请先各自汇总，再相除或相加，例如 `1.0 * sum(minutes) / count(*)`" / "aggregate each by itself and combine them: `1.0 * sum(minutes) / count(*)`"],
        about: "汇总函数的括号里是每一行的内容，不能再是汇总结果。" / "The brackets of an aggregate hold what each row has, not the result of another aggregate.",
        wrong: "value = \"sum(avg(minutes))\"",
        right: "value = \"avg(minutes)\"",
    }
    aggregate_in_row "F117" Error {
        message: "这里逐行判断，不能用汇总函数 `{name}`" / "rows are judged one by one here, so `{name}` cannot be used",
        help: ["条件只看这一行的列，例如 `status = 'present'`" / "a condition looks at the columns of its row, as in `status = 'present'`"],
        about: "`where`、`filter` 和积分规则逐行判断，看不到别的行。" / "`where`, `filter` and rules of points judge row by row and see no other.",
        wrong: "where = \"count(*) > 3\"",
        right: "where = \"status = 'present'\"",
    }
    number_expected_in_formula "F118" Error {
        message: "这里要用数字，`{part}` 不是数字" / "a number is needed here, and `{part}` is none",
        help: ["请换成数字列；要数行数时用 `count(*)`" / "use a column of numbers; `count(*)` counts rows"],
        about: "求和、求平均和四则运算只对数字有意义；数据库会把文字悄悄当成 0。" / "Only numbers can be added, averaged and multiplied; the database would silently take a text for 0.",
        wrong: "value = \"sum(status)\"",
        right: "value = \"sum(minutes)\"",
    }
    number_compared_with_text "F119" Error {
        message: "`{part}` 和另一边不是同一类内容，比较永远不成立" / "`{part}` is of another kind than what it is compared with, so it never holds",
        help: ["数字不加引号，文字加单引号：`minutes >= 30`，`status = 'present'`；是否列写 1 或 0" / "numbers stand without quotes and words in single ones: `minutes >= 30`, `status = 'present'`; yes and no are 1 and 0"],
        about: "数据库里数字永远小于文字，所以这样的比较总是给出同一个结果。" / "To the database every number is less than every text, so such a comparison always comes out the same.",
        wrong: "where = \"done = 'yes'\"",
        right: "where = \"done = 1\"",
    }
    list_column_as_one "F120" Error {
        message: "`{name}` 一格里可以有几个值，不能当作一个值用" / "`{name}` may hold several values, so it cannot be used as one",
        help: ["请写 `has({name}, '值')`；按它分组时写在 `by` 里" / "write `has({name}, 'value')`, or put it into `by` to group by it"],
        about: "列表列的一格有几个值，只能问其中有没有某一个，或是不是空的。" / "A cell of a list has several values; one can ask whether it has a certain one, or whether it is empty.",
        wrong: "where = \"branches = 'shukong'\"",
        right: "where = \"has(branches, 'shukong')\"",
    }
    rows_picked_in_argument "F121" Error {
        message: "汇总不公开的列时，括号里不能再用条件、别的列或第二个不公开的值" / "inside an aggregate, a column that is not public stands without conditions and other columns",
        help: ["请把条件移到 `filter (where …)` 或 `where`，例如 `sum(minutes) filter (where mode = 'online')`" / "move the condition to `filter (where …)` or `where`, as in `sum(minutes) filter (where mode = 'online')`"],
        about: "括号里的条件可以只留下某一个人的值，而人数检查看不到它；写在 `filter` 或 `where` 里，人数太少时会被隐藏。" / "A condition in there could leave the value of one person, unseen by the count of persons; in `filter` or `where` it is held back when there are too few.",
        wrong: "value = \"sum(case when date = '2026-03-05' then score end)\"",
        right: "value = \"sum(score) filter (where date = '2026-03-05')\"",
    }
    date_form_in_formula "F122" Error {
        message: "公式里的日期不能写成 `{part}`" / "a formula cannot have a date written as `{part}`",
        help: ["请写成 `'2026-03-05'`，月份写成 `'2026-03'`" / "write `'2026-03-05'`, and a month as `'2026-03'`"],
        about: "日期按文字比较，只有 `年-月-日` 的写法能比出先后。" / "Dates are compared as text, which only works in the form year-month-day.",
        wrong: "where = \"due_on <= '2026/3/5'\"",
        right: "where = \"due_on <= '2026-03-05'\"",
    }
    not_a_day_in_formula "F123" Error {
        message: "这里要用日期，`{part}` 不是日期" / "a day is needed here, and `{part}` is none",
        help: ["请用日期列或 `as_of()`（今天）；`now` 不能用" / "use a column of dates, or `as_of()` for today; `now` cannot be used"],
        about: "同样的数据必须得到同样的结果，所以公式不能读时钟；“今天”由 `as_of()` 给出。" / "Equal data must give equal figures, so a formula cannot read the clock; `as_of()` is today.",
        wrong: "where = \"due_on <= date('now')\"",
        right: "where = \"due_on <= as_of()\"",
    }
    no_aggregate_in_formula "F124" Error {
        message: "公式里没有汇总函数" / "the formula has no aggregate",
        help: ["请用 `count(*)`、`count(distinct …)`、`sum(…)`、`avg(…)`、`min(…)` 或 `max(…)`" / "use `count(*)`, `count(distinct …)`, `sum(…)`, `avg(…)`, `min(…)` or `max(…)`"],
        about: "指标从数据的行汇总得到；写死的数字没有依据可查。" / "A metric is made of rows; a fixed number has no evidence.",
        wrong: "value = \"22\"",
        right: "value = \"count(*)\"",
    }
    whole_division "F125" Warning {
        message: "`{part}` 是整数除以整数，小数部分会丢掉" / "`{part}` divides whole numbers and loses the fraction",
        help: ["要保留小数，请写成 `1.0 * {part}`" / "write `1.0 * {part}` to keep it"],
        about: "SQL 里整数相除得到整数：690 / 726 是 0。前面乘以 1.0 就会保留小数。" / "In SQL whole numbers divide to whole numbers: 690 / 726 is 0. A factor of 1.0 keeps the fraction.",
        wrong: "value = \"sum(done) / count(*)\"",
        right: "value = \"1.0 * sum(done) / count(*)\"",
    }
    distinct_of_expression "F126" Error {
        message: "`count(distinct …)` 里只能写一列，不能写 `{part}`" / "`count(distinct …)` takes one column, not `{part}`",
        help: ["请只写列名，例如 `count(distinct member)`" / "write the name of a column, as in `count(distinct member)`"],
        about: "能认出个人的列在这里可以使用，所以括号里不能再有别的运算。" / "Columns that identify persons may stand here, so nothing else may be done with them.",
        wrong: "value = \"count(distinct substr(member, 1, 4))\"",
        right: "value = \"count(distinct member)\"",
    }
    time_is_no_date "F127" Error {
        message: "`{name}`（{label}）不是日期，不能决定一行属于哪个月" / "`{name}` ({label}) is no date and cannot put a row into its month",
        help: ["请在 `time` 写一个日期列，例如 `date` 或 `activity.start`" / "name a column of dates in `time`, such as `date` or `activity.start`"],
        about: "`time` 决定一行算在哪个月、季度和年。" / "`time` decides to which month, quarter and year a row belongs.",
        wrong: "time = \"status\"",
        right: "time = \"date\"",
    }
    remark_in_formula "F128" Error {
        message: "公式里不能写注释" / "a formula cannot hold remarks",
        help: ["请把说明写在 `definition` 里，或写在 TOML 的 `#` 后面" / "put it into `definition`, or behind a `#` of the file"],
        about: "注释会让公式读起来和算起来不一样；公式会原样显示在指标的页面上。" / "A remark can make a formula read otherwise than it counts; the formula stands on the page of its metric as it was written.",
        wrong: "value = \"count(*) -- / 2\"",
        right: "value = \"count(*)\"",
    }
    number_too_long_in_formula "F129" Error {
        message: "这个数字不能用：`{part}`" / "this number cannot be used: `{part}`",
        help: ["请写成不超过 18 位的普通数字" / "write an ordinary number of at most 18 digits"],
        about: "数字精确计算，最多 18 位。" / "Numbers are exact and have at most 18 digits.",
        wrong: "value = \"1e99 * count(*)\"",
        right: "value = \"100 * count(*)\"",
    }
    distinct_outside_count "F130" Error {
        message: "`distinct` 只能用在 `count` 里" / "`distinct` belongs to `count` only",
        help: ["请去掉 `distinct`，或改成 `count(distinct …)`" / "remove it, or write `count(distinct …)`"],
        about: "去掉重复值再求和或求平均，结果很难解释，也不能由各部分相加得到。" / "A sum or an average without repeated values says little, and the parts do not make the whole.",
        wrong: "value = \"sum(distinct minutes)\"",
        right: "value = \"sum(minutes)\"",
    }
    not_a_plain_select "F140" Error {
        message: "视图只能是一个 select：连接表、挑选行、计算列" / "a view is one select that joins tables, chooses rows and computes columns",
        help: ["请去掉 with、union、order by、limit、having、`*` 和重名的表；每张表和每一列都写明" / "leave out with, union, order by, limit, having, `*` and tables of one name; name each table and column"],
        about: "排序后取前几行会挑出个人，多层查询没有人能核对；所以视图只接受一个平的 select。" / "Sorting and cutting would pick out persons, and nested queries cannot be checked by anybody; so a view is one flat select.",
        wrong: "sql = \"select * from study_records order by score limit 1\"",
        right: "sql = \"select member, date, minutes from study_records\"",
    }
    view_column_without_name "F141" Error {
        message: "视图的这一列没有可用的名称：`{name}`" / "this column of the view has no name that can be used: `{name}`",
        help: ["请用 `as` 起一个名称，小写英文字母开头，不与别的列重名，例如 `minutes / 60 as hours`" / "give it one of its own with `as`, in lower-case letters: `minutes / 60 as hours`"],
        about: "公式用列名来指一列，所以每一列都要有名称，而且不能重复。" / "Formulas mean columns by their names, so each has one and no two have the same.",
        wrong: "sql = \"select member, minutes / 60 from study_records\"",
        right: "sql = \"select member, minutes / 60 as hours from study_records\"",
    }
    unknown_table_in_view "F142" Error {
        message: "视图里没有这张表：`{name}`" / "a view has no such table: `{name}`",
        help: [
            "是否想写 `{near}`？" / "did you mean `{near}`?",
            "可以用：{known}" / "there are: {known}",
        ],
        about: "视图只能连接 data/ 里有文件的表和各类内容，不能读别的视图，也不能读它自己。" / "A view joins tables that have files, and kinds of content; it reads no other view and not itself.",
        wrong: "sql = \"select id from memebrs\"",
        right: "sql = \"select id, branch from members\"",
    }
    endless_recursion "F143" Error {
        message: "查询会不停地调用自己" / "the query would call itself without end",
        help: ["请去掉 `with` 这一段，直接连接表" / "remove the `with` part and join tables directly"],
        about: "递归查询可能永远算不完，视图里不接受。" / "A recursive query may never end, so views cannot have one.",
        wrong: "sql = \"with recursive n as (select 1 as a union all select a + 1 from n) select a from n\"",
        right: "sql = \"select id from study_tasks\"",
    }
    origin_row_is_no_row "F144" Error {
        message: "`origin_row` 必须是一张表的行：`表名.rowid`" / "`origin_row` must be the row of a table: `TABLE.rowid`",
        help: ["请写成 `attendance.rowid as origin_row`，用 `from` 里的表名或别名" / "write `attendance.rowid as origin_row`, with a table of the `from` or its alias"],
        about: "`origin_row` 说明视图的一行来自哪张表的哪一行，依据页面靠它找到台账。" / "`origin_row` says which row of which table a row of the view is about, so that the evidence finds the ledger.",
        wrong: "sql = \"select member, 3 as origin_row from attendance\"",
        right: "sql = \"select member, attendance.rowid as origin_row from attendance\"",
    }
    origin_is_not_carried "F145" Error {
        message: "视图没有带上 `{table}` 的行" / "the view does not carry the rows of `{table}`",
        help: [
            "它带的是 `{carried}` 的行，请写 `origin = \"{carried}\"`" / "it carries those of `{carried}`: write `origin = \"{carried}\"`",
            "请在 select 里加上 `{table}.rowid as origin_row`，或去掉 `origin`" / "add `{table}.rowid as origin_row` to the select, or remove `origin`",
        ],
        about: "`origin` 写明视图的行来自哪张表，select 里要有这张表的 `origin_row`。" / "`origin` names the table whose rows a view carries, and its select must have their `origin_row`.",
        wrong: "origin = \"members\"\nsql = \"select member from attendance\"",
        right: "origin = \"attendance\"\nsql = \"select member, attendance.rowid as origin_row from attendance\"",
    }
    view_column_unknown "F146" Error {
        message: "视图的 select 里没有这一列：`{name}`" / "the select of the view has no column `{name}`",
        help: [
            "是否想写 `{near}`？" / "did you mean `{near}`?",
            "它的列有：{known}" / "its columns are: {known}",
        ],
        about: "`columns` 说明 select 里各列的名称、级别和单位。" / "`columns` says what people read for the columns of the select, who may see them and what they count.",
        wrong: "sql = \"select id as task from study_tasks\"\ncolumns = { tsak = { label = \"任务\" } }",
        right: "sql = \"select id as task from study_tasks\"\ncolumns = { task = { label = \"任务\" } }",
    }
    view_shows_persons "F147" Error {
        message: "`{name}` 能认出个人，视图不能降低它的级别" / "`{name}` identifies persons, and a view cannot make it less personal",
        help: ["请去掉这一列的 `sensitivity`" / "remove the `sensitivity` of this column"],
        about: "视图可以改变计算出来的列的级别，但学号、姓名在哪里都是个人内容。" / "A view may say who sees what it computes, but ids and names of persons stay personal everywhere.",
        wrong: "columns = { member = { sensitivity = \"public\" } }",
        right: "columns = { minutes = { sensitivity = \"internal\" } }",
    }
    view_without_persons "F148" Error {
        message: "视图用了关于个人的表，却没有带上是谁" / "the view reads a table about persons without carrying who they are",
        help: ["请在 select（和 group by）里加上 `member` 这样的列；它不会被公开，只用来数人数" / "add a column such as `member` to the select and its group by; it is never shown, only counted"],
        about: "人数太少的数字要隐藏，所以视图的每一行都要知道是关于谁的；按组汇总请用指标的 `by`。" / "Figures over few persons are held back, so each row of a view must say whom it is about; totals by group are what `by` is for.",
        wrong: "sql = \"select date, sum(score) as score from study_records group by date\"",
        right: "sql = \"select member, date, score from study_records\"",
    }
    view_named_like_table "F149" Error {
        message: "已经有一张表或一类内容叫 `{name}`" / "a table or kind of content is called `{name}` already",
        help: ["请给视图换一个名称" / "give the view another name"],
        about: "`from` 只写名称，所以视图不能和表重名。" / "`from` names tables and views alike, so a view cannot be called like a table.",
        wrong: "[view.members]",
        right: "[view.member_tasks]",
    }
    weights_are_no_whole "F150" Error {
        message: "同一层的权重合计是 {sum}，应当是 1 或 100" / "the weights of these items add up to {sum}, and should to 1 or 100",
        help: ["请调整 `weight`，使同一层合计为 1 或 100" / "change `weight` so that items of one parent add up to 1 or 100"],
        about: "权重是各项在上一级里占的份额，合计必须是全部。" / "A weight is an item's share of its parent, and the shares are a whole.",
        wrong: "item = [{ title = \"甲\", weight = 60, metric = \"a\" }, { title = \"乙\", weight = 30, metric = \"b\" }]",
        right: "item = [{ title = \"甲\", weight = 60, metric = \"a\" }, { title = \"乙\", weight = 40, metric = \"b\" }]",
    }
    undeclared_metric "F151" Error {
        message: "没有这个指标：`{metric}`" / "there is no metric `{metric}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请先声明 `[metric.{metric}]`" / "declare `[metric.{metric}]` first"],
        about: "首页的数字和指标体系的每一个末级项，都对应一个已经声明的指标。" / "Figures of the front page and the items at the ends of a tree are declared metrics.",
        wrong: "metric = \"completion_rte\"",
        right: "metric = \"completion_rate\"",
    }
    metric_or_items "F152" Error {
        message: "“{title}”应当写 `metric` 或下一级 `item`，只能选一个" / "\"{title}\" needs either a `metric` or items of its own",
        help: ["末级项写 `metric = \"…\"`，其他项写 `item = [ … ]`" / "write `metric = \"…\"` at the end of a branch, and `item = [ … ]` above it"],
        about: "一项的分数来自一个指标，或来自它的下一级，不能两者都有或都没有。" / "The score of an item comes from a metric or from its items, not from both and not from neither.",
        wrong: "item = [{ title = \"学习\", weight = 1 }]",
        right: "item = [{ title = \"学习\", weight = 1, metric = \"study_hours\", full = 12 }]",
    }
    no_full_marks "F153" Error {
        message: "不知道 `{metric}` 多少算满分" / "nobody has said which value of `{metric}` gives full marks",
        help: ["请写 `full = 12` 这样大于零的数，或写 `bands`；指标有 `target` 时就用它" / "write a `full` above zero such as `full = 12`, or `bands`; a metric's `target` serves too"],
        about: "没有分段时，得分是数值占满分值的比例，所以满分值必须大于零。" / "Without bands the score is the value's share of full marks, which must be above zero.",
        wrong: "metric = \"study_hours\"",
        right: "metric = \"study_hours\"\nfull = 12",
    }
    band_is_no_score "F154" Error {
        message: "从 {at} 开始的分段不能用" / "the band from {at} on cannot be used",
        help: ["每段的 `score` 在 0 到 100 之间，`at` 不能重复" / "a `score` lies between 0 and 100, and no two bands begin at one value"],
        about: "从 `at` 起得 `score` 分；低于最低一段得 0 分。" / "From `at` on the score is `score`; below the lowest band it is 0.",
        wrong: "bands = [{ at = 12, score = 120 }]",
        right: "bands = [{ at = 12, score = 100 }, { at = 6, score = 60 }]",
    }
    metric_not_cut_so "F155" Error {
        message: "`{metric}` 没有按这里需要的维度或期间计算（{by} {period}）" / "`{metric}` is not computed by what is scored here ({by} {period})",
        help: ["请在指标的 `by` 里加上这个维度，并写明 `time` 和 `periods`" / "add the dimension to the metric's `by`, and give it `time` and `periods`"],
        about: "指标体系按某个维度和期间打分，所用的指标都要有这个维度和期间的数字。" / "A tree is scored by a dimension and a kind of period, so each of its metrics must have figures for both.",
        wrong: "[indicator.work]\nby = \"branch\"\nperiod = \"year\"",
        right: "[metric.study_hours]\nby = [\"branch\"]\ntime = \"date\"",
    }
    indicator_too_deep "F156" Error {
        message: "指标体系的层级太多" / "the indicator has too many levels",
        help: ["请减少层级，最多七层" / "use fewer levels, seven at most"],
        about: "每个分数都要能用手重新算一遍，层级太多就没有人能核对。" / "Each score can be recomputed by hand, which nobody does over many levels.",
        wrong: "item = [{ item = [{ item = [{ item = [{ item = [{ item = [{ item = [{ item = [] }] }] }] }] }] }] }]",
        right: "item = [{ title = \"学习\", weight = 1, metric = \"study_hours\" }]",
    }
    published_not_understood "F160" Error {
        message: "看不懂已发布的数字" / "the published figures cannot be understood",
        help: ["请不要手工修改 data/published.json；可以从版本库恢复它" / "data/published.json is not written by hand; bring it back from version control"],
        about: "这个文件由发布时写入，用来发现以后有哪些数字变了。" / "Publishing writes this file, so that figures that change later are noticed.",
        wrong: "{ \"figures\": { \"members\": 22 } }",
        right: "{ \"figures\": { \"members\": { \"all\": { \"value\": \"22\", \"n\": 22 } } } }",
    }
    figure_changed "F161" Error {
        message: "`{metric}`（{slice}）已发布为 {old}，现在是 {new}，没有说明原因" / "`{metric}` ({slice}) was published as {old}, is {new} now, and nobody says why",
        help: ["请在 data/corrections.toml 加上：`[[correction]]`，`metric = \"{metric}\"`，`slice = \"{slice}\"`，`why = \"…\"`" / "add to data/corrections.toml: `[[correction]]`, `metric = \"{metric}\"`, `slice = \"{slice}\"`, `why = \"…\"`"],
        about: "已经公开过的数字变了，读者有权知道原因；更正会列在更正记录页。" / "When a published figure changes, readers may know why; corrections are listed on their own page.",
        wrong: "{ \"figures\": { \"members\": { \"all\": { \"value\": \"21\" } } } }",
        right: "[[correction]]\nmetric = \"members\"\nwhy = \"漏计一名转入党员\"",
    }
    published_metric_gone "F162" Warning {
        message: "已发布的指标 `{metric}` 不再存在" / "the published metric `{metric}` is not there any more",
        help: ["如果改了标识，请改回来，或在下次发布后忽略这条提醒" / "if its id was changed, change it back; otherwise this ends with the next publishing"],
        about: "公开过的指标消失了，它的网址也会失效。" / "A metric that was public has gone, and so have its addresses.",
        wrong: "[metric.member_count]",
        right: "[metric.members]",
    }
    correction_of_nothing "F163" Warning {
        message: "这条更正没有对应的数字：`{metric}`（{slice}）" / "this correction is about no figure: `{metric}` ({slice})",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请检查 `metric` 和 `slice` 的写法" / "check how `metric` and `slice` are written"],
        about: "写错标识的更正不会起作用。" / "A correction with a misspelt id explains nothing.",
        wrong: "metric = \"member\"",
        right: "metric = \"members\"",
    }
}
