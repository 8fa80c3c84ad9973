//! Codes of F1 formulas: what may stand in `value`, `where`, `filter`, `time`, `by` and in points.

super::codes! {
    formula_not_understood "F101" Error {
        message: "公式从 `{part}` 开始看不懂" / "the formula cannot be understood from `{part}` on",
        help: [
            "公式里要用半角符号 `{narrow}`" / "formulas use the narrow mark `{narrow}`",
            "请检查这里的括号、引号和运算符；文字用单引号，例如 `kind = 'theme_day'`" / "look at the brackets, quotes and signs here; words take single quotes, as in `kind = 'theme_day'`",
        ],
        about: "公式用 SQL 的写法。从标出的位置起，写法不完整或多了内容。" / "Formulas are written in SQL. From the marked place on something is missing or too much.",
        wrong: "value = \"1.0 * sum(done / count(*)\"",
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
        help: ["请改用 `avg({name})` 或 `sum({name})`" / "use `avg({name})` or `sum({name})` instead"],
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
}
