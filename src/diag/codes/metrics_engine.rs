//! Codes of F0 what becomes of metrics when they are computed.

super::codes! {
    formula_runs_too_long "F020" Error {
        message: "“{name}”算得太久，已经停下" / "`{name}` takes too long and was stopped",
        help: ["请检查 `join` 是否写全了条件，或先用更小的表" / "see whether each `join` has its whole condition, or start from a smaller table"],
        about: "每个公式和视图能用的步数有上限，正常的统计只用到其中很少一部分；超过的，多半是两张表没有写清按什么对应。" / "Formulas and views have a limit of steps, of which sensible ones use a small part; whatever exceeds it mostly joins two tables without saying by what.",
        wrong: "sql = \"select a.id from members a, members b, members c, members d\"",
        right: "sql = \"select a.id from members a join members b on b.branch = a.branch\"",
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
