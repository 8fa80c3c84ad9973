//! Codes of P2 figures, charts and boards in texts and pages.

super::codes! {
    bad_figure_link "P200" Error {
        message: "数字链接写得不对：`figure:{target}`" / "this is not how a figure is named: `figure:{target}`",
        help: ["请写成 `figure:指标编号?维度=值&period=2024`，问号后面的部分可以不写" / "write `figure:metric?dimension=value&period=2024`; what follows the question mark may be left out"],
        about: "句子里的数字写成链接，链接说明它是哪个指标、哪个支部、哪段时间，软件据此核对。" / "A number in a sentence is a link that says which metric, which part and which period it is, so that it can be checked.",
        wrong: "[95%](figure:?period=2024)",
        right: "[95%](figure:completion_rate?period=2024)",
    }
    unknown_metric_asked "P202" Error {
        message: "没有这个指标：`{metric}`" / "there is no metric `{metric}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以用的指标：{known}" / "these metrics exist: {known}", "请先在 `data/metrics.toml` 里写一个指标" / "declare a metric in `data/metrics.toml` first"],
        about: "文章里的数字、图和表都来自 `data/metrics.toml` 里的指标，写的是指标的编号。" / "Numbers, charts and tables of a text come from the metrics of `data/metrics.toml`, named by their ids.",
        wrong: "[95%](figure:completion)",
        right: "[95%](figure:completion_rate)",
    }
    unknown_dimension_asked "P203" Error {
        message: "指标“{metric}”没有维度 `{dimension}`" / "the metric \"{metric}\" is not cut by `{dimension}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以用：{known}" / "it can be cut by {known}", "请在这个指标的 `by` 里加上这个维度" / "add it to the metric's `by`"],
        about: "指标只能按 `by` 里写的维度细分；有 `time` 的指标还可以按 month、quarter、year、academic_year 细分。" / "A metric is cut by the dimensions of its `by` and, where it has a `time`, by month, quarter, year or academic_year.",
        wrong: "x = \"branchs\"",
        right: "x = \"branch\"",
    }
    unknown_value_asked "P204" Error {
        message: "“{metric}”的{dimension}里没有 `{value}`" / "`{value}` is not a {dimension} of \"{metric}\"",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "现有的值：{known}" / "these occur: {known}", "台账里还没有这样的行" / "no row of the ledgers has it yet"],
        about: "维度的值写编号，例如支部编号；台账里没有出现过的值没有数字可显示。" / "Values of dimensions are ids, such as that of a branch; a value that no row has has no figure.",
        wrong: "filters = { branch = \"shukng\" }",
        right: "filters = { branch = \"shukong\" }",
    }
    bad_period_asked "P205" Error {
        message: "看不懂这段时间：`{period}`" / "this is not a period: `{period}`",
        help: ["请写成 `2024`、`2024-2025`（学年）、`2024-Q3` 或 `2024-03`" / "write `2024`, `2024-2025` for an academic year, `2024-Q3` or `2024-03`"],
        about: "时间可以是一年、一个学年、一个季度或一个月；不写就是全部时间。" / "A period is a year, an academic year, a quarter or a month; without one all rows count.",
        wrong: "period = \"2024.3\"",
        right: "period = \"2024-03\"",
    }
    metric_without_time "P206" Error {
        message: "指标“{title}”没有日期，不能按时间看" / "the metric \"{title}\" has no date and cannot be cut by time",
        help: ["请给 `[metric.{metric}]` 加上 `time = \"日期列\"`，或去掉这里的时间" / "give `[metric.{metric}]` a `time`, or leave the period out here"],
        about: "指标里的 `time` 说明用哪一列日期把每一行归入月、季度和年。" / "`time` says which date places a row in its month, quarter and year.",
        wrong: "[5](figure:members?period=2024)",
        right: "[5](figure:members)",
    }
    suppressed_in_prose "P207" Error {
        message: "“{title}”这里人数太少，不能写出来" / "\"{title}\" is over too few persons here and may not be named",
        help: ["请改用范围大一些的数字，例如全总支或全年" / "name a larger part, such as all branches or the whole year"],
        about: "人数少于规定时，数字会让人猜到是谁，网页、图和文章里都不出现。" / "A figure over very few persons tells who they are, so it stands on no page, in no chart and in no text.",
        wrong: "三月只有 [2](figure:learners?period=2024-03) 人参加",
        right: "全年有 [22](figure:learners?period=2024) 人参加",
    }
    no_figure_in_prose "P208" Error {
        message: "“{title}”在{period}还没有数字" / "\"{title}\" has no figure yet for {period}",
        help: ["请核对链接里的时间和维度，或等台账有了再写" / "check the period and the parts that the link names, or wait for the ledgers"],
        about: "台账里没有对应的行时没有数字，也不能当作零。" / "Where no row counts there is no number, and none is not zero.",
        wrong: "[0](figure:completion_rate?period=2031)",
        right: "[95%](figure:completion_rate?period=2024)",
    }
    no_number_in_prose "P209" Error {
        message: "这里应当是一个数字：`{text}`" / "one number belongs here: `{text}`",
        help: ["请写 `{right}`，或写 `?` 由软件填入" / "write `{right}`, or `?` to have it filled in"],
        about: "链接的文字只写一个数字，可以带单位，例如 `95%`、`690 人次`。" / "The text of such a link is one number, with or without its unit: `95%`, `690 times`.",
        wrong: "[九成五](figure:completion_rate)",
        right: "[95%](figure:completion_rate)",
    }
    wrong_number_in_prose "P210" Error {
        message: "文章里写的是 `{written}`，“{title}”算出来是 {right}" / "the text says `{written}`, and \"{title}\" comes to {right}",
        help: ["请改成 `{right}`，或写 `?` 由软件填入；如果台账有误，请先改台账" / "write `{right}`, or `?` to have it filled in; if a ledger is wrong, mend it first"],
        about: "文章里的数字要与台账算出的一致，读者点一下就能看到依据。" / "A number in a text must be the computed one, because a reader is one click away from its rows.",
        wrong: "[96%](figure:completion_rate?period=2024)",
        right: "[95%](figure:completion_rate?period=2024)",
    }
}
