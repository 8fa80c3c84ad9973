//! Codes of F0 what becomes of metrics when they are computed.

super::codes! {
    formula_runs_too_long "F020" Error {
        message: "“{name}”算得太久，已经停下" / "`{name}` takes too long and was stopped",
        help: ["请检查 `join` 是否写全了条件，或先用更小的表" / "see whether each `join` has its whole condition, or start from a smaller table"],
        about: "每个公式和视图能用的步数有上限，正常的统计只用到其中很少一部分；超过的，多半是两张表没有写清按什么对应。" / "Formulas and views have a limit of steps, of which sensible ones use a small part; whatever exceeds it mostly joins two tables without saying by what.",
        wrong: "sql = \"select a.id from members a, members b, members c, members d\"",
        right: "sql = \"select a.id from members a join members b on b.branch = a.branch\"",
    }
    formula_refused "F021" Error {
        message: "“{name}”要用不允许用的内容：{why}" / "`{name}` uses what it may not: {why}",
        help: ["请只查询站点自己的表，并只用文档里列出的函数" / "read only tables of the site, and use only functions that the manual lists"],
        about: "公式和视图只能读取站点的表，不能修改、不能读取数据库自身的信息，也不能调用其他函数。" / "Formulas and views read tables of the site; they change nothing, and call no other functions.",
        wrong: "sql = \"select randomblob(8) as code from members\"",
        right: "sql = \"select branch from members\"",
    }
    formula_not_run "F022" Error {
        message: "“{name}”无法计算：{why}" / "`{name}` cannot be computed: {why}",
        help: ["请检查这里的表名、列名和写法" / "look at the names of tables and columns here"],
        about: "数据库看不懂这条查询，引号后面是它给出的原因。" / "The database does not understand the query; its reason is given.",
        wrong: "sql = \"select branch from member\"",
        right: "sql = \"select branch from members\"",
    }
    number_has_no_room "F023" Error {
        message: "指标“{metric}”的数值太大，无法精确计算" / "the numbers of metric `{metric}` are too large to be computed exactly",
        help: ["请检查表里是否有多写了许多位的数字" / "look for numbers in the table with far too many digits"],
        about: "数值按精确小数计算，总位数约三十位；超过的多半是填写错误。" / "Values are computed as exact decimals of about thirty digits; more of them are mostly a slip.",
        wrong: "value = \"sum(minutes) * sum(minutes) * sum(minutes) * sum(minutes)\"",
        right: "value = \"sum(minutes)\"",
    }
    too_many_slices "F024" Error {
        message: "指标“{metric}”按这些维度会分成几百万份" / "by these dimensions metric `{metric}` would have millions of slices",
        help: ["请减少 `by` 里的维度，或改用取值更少的列" / "name fewer dimensions in `by`, or columns with fewer values"],
        about: "一个指标最多四百万份；没有人看得完，页面也放不下。" / "A metric has at most four million slices; nobody could read more.",
        wrong: "by = [\"activity\", \"resource\", \"date\"]",
        right: "by = [\"branch\"]",
    }
    percent_over_100 "F025" Error {
        message: "指标“{metric}”在 {slice} 是 {value}%，超过了 100%" / "metric `{metric}` is {value}% at {slice}, which is over 100%",
        help: ["请核对公式的分子和分母；确实可以超过时写 `allow = \"over_100\"`" / "check what is divided by what; where it may be so, say `allow = \"over_100\"`"],
        about: "百分比超过 100%，多半是分子分母写反，或同一行算了两次。共有 {n} 处。" / "A percentage over 100% mostly divides the wrong way round, or counts a row twice.",
        wrong: "value = \"1.0 * count(*) / sum(done)\"",
        right: "value = \"1.0 * sum(done) / count(*)\"",
    }
    percent_below_0 "F026" Error {
        message: "指标“{metric}”在 {slice} 是 {value}%，低于 0" / "metric `{metric}` is {value}% at {slice}, which is below zero",
        help: ["请核对公式里的减法；确实可以为负时写 `allow = \"negative\"`" / "check what is subtracted; where it may be so, say `allow = \"negative\"`"],
        about: "百分比为负，多半是公式里减反了。" / "A negative percentage mostly subtracts the wrong way round.",
        wrong: "value = \"1.0 * (sum(done) - count(*)) / count(*)\"",
        right: "value = \"1.0 * (count(*) - sum(done)) / count(*)\"",
    }
    value_is_nothing "F027" Warning {
        message: "指标“{metric}”有数据行，却算不出任何数值" / "metric `{metric}` has rows but no value at all",
        help: ["请看分母是否总是零，或求和的列是否全空" / "see whether it always divides by zero, or sums a column that is empty"],
        about: "除以零，或对全空的列求和，结果是空缺。每一份都是空缺时，公式多半写错了。" / "A division by zero and a sum over an empty column are gaps. Where all slices are gaps the formula is mostly wrong.",
        wrong: "value = \"1.0 * count(*) / count(*) filter (where status = 'x')\"",
        right: "value = \"1.0 * count(*) filter (where status = 'present') / count(*)\"",
    }
    frozen_metric_unknown "F030" Error {
        message: "封存的汇总里写的指标不存在：`{metric}`" / "a frozen total names a metric that does not exist: `{metric}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请写 `data/metrics.toml` 里的指标编号" / "write the id of a metric of `data/metrics.toml`"],
        about: "表 `frozen` 的每一行是某个指标在某个期间的确认数值。" / "Each row of `frozen` is the signed value of a metric in a period.",
        wrong: "metric,period,value\nstudy_hour,2023,120",
        right: "metric,period,value\nstudy_hours,2023,120",
    }
    frozen_period_unknown "F031" Error {
        message: "封存的汇总里的期间看不懂：`{period}`" / "a frozen total has a period that cannot be read: `{period}`",
        help: ["请写 `2023`、`2023-Q4`、`2023-09`、`2023-2024` 或 `all`" / "write `2023`, `2023-Q4`, `2023-09`, `2023-2024` or `all`"],
        about: "期间的写法与公开数据相同。" / "Periods are written as in open data.",
        wrong: "metric,period,value\nstudy_hours,去年,120",
        right: "metric,period,value\nstudy_hours,2023,120",
    }
    rows_are_gone "F032" Warning {
        message: "指标“{metric}”在 {slice} 只剩一部分数据行，空缺不算" / "only part of the rows of metric `{metric}` at {slice} are left, so it is a gap",
        help: ["请在 `frozen` 里也封存这一期间的汇总，或保留数据行" / "sign a total of this period in `frozen` too, or keep the rows"],
        about: "较短的期间已经封存、数据行已删除，较长的期间就不能再从剩下的行算出。" / "Where a shorter period was frozen and its rows deleted, a longer one can no longer be computed from what is left.",
        wrong: "metric,period,value\nstudy_hours,2023-01,120",
        right: "metric,period,value\nstudy_hours,2023-01,120\nstudy_hours,2023,1440",
    }
}
