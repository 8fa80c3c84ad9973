//! Codes of P2 figures, charts and boards in texts and pages.

super::codes! {
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
        help: ["有数字的时间：{known}" / "these periods have one: {known}", "请核对链接里的时间和维度，或等台账有了再写" / "check the period and the parts that the link names, or wait for the ledgers"],
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
    nothing_to_show "P211" Warning {
        message: "“{title}”还没有数据，页面上显示“暂无”" / "\"{title}\" has no data yet, and the page says so",
        help: ["请核对时间和维度；等台账有了数据会自动显示" / "check the period and the parts; it appears by itself when the ledgers have rows"],
        about: "图表要的这一部分台账里没有行，或人数太少不能公布。" / "No row of the ledgers lies in the part that is asked for, or it is over too few persons to be shown.",
        wrong: "period = \"2031\"",
        right: "period = \"2026\"",
    }
    chart_does_not_fit "P212" Error {
        message: "“{title}”不能相加，不能画成 {kind}" / "the parts of \"{title}\" do not add up, so they cannot be drawn as {kind}",
        help: ["请改用 `bar`、`line` 或 `progress`" / "use `bar`, `line` or `progress`"],
        about: "环形图、堆叠图和面积图把各部分加成一个整体；百分比、平均数、去重人数相加没有意义，会误导读者。" / "Donuts, stacks and areas add parts up to a whole; percentages, means and counts of distinct persons do not add up and would mislead.",
        wrong: "metric = \"completion_rate\"\ntype = \"donut\"",
        right: "metric = \"completion_rate\"\ntype = \"bar\"",
    }
    metrics_and_series "P213" Error {
        message: "几个指标画在一张图里时不能再写 `y`" / "a chart of several metrics cannot have a `y` as well",
        help: ["请去掉 `y`，或只留一个指标" / "leave `y` out, or keep one metric"],
        about: "每个指标已经是图里的一组数据，再按 `y` 细分就分不清是什么。" / "Each metric is a series already; cut by `y` as well, nobody could tell them apart.",
        wrong: "metrics = [\"activities\", \"honours\"]\ny = \"branch\"",
        right: "metrics = [\"activities\", \"honours\"]",
    }
    chart_side_missing "P214" Error {
        message: "{kind} 图还要写 `{key}`" / "a {kind} chart needs `{key}`",
        help: ["请写 `{key} = \"month\"` 或一个维度" / "write `{key} = \"month\"`, or a dimension"],
        about: "`x` 是横轴上的时间或维度；热力图和矩阵还要有 `y`，一行一个值。" / "`x` is the time or the dimension along the axis; heatmaps and matrices have a row for each value of `y`.",
        wrong: "type = \"line\"",
        right: "type = \"line\"\nx = \"month\"",
    }
    too_much_to_show "P215" Error {
        message: "“{title}”有 {n} 个数，一页最多显示 {max} 个" / "\"{title}\" has {n} figures, and a page shows {max} at most",
        help: ["请写 `filters`、`period` 或 `top` 缩小范围" / "narrow it by `filters`, `period` or `top`"],
        about: "太多的数挤在一张图或一个表里没有人能看清，手机也打不开；全部数字在指标页和开放数据里。" / "So many figures in one chart or table cannot be read and do not load on a phone; all of them are on the metric's page and in open data.",
        wrong: "rows = \"branch\"\ncolumns = \"month\"",
        right: "rows = \"branch\"\ncolumns = \"quarter\"\nperiod = \"2026\"",
    }
    chart_id_twice "P216" Error {
        message: "两张图用了同一个编号：`{id}`" / "two charts have the same id: `{id}`",
        help: ["请给其中一张换一个编号" / "give one of them another id"],
        about: "`data/charts.toml` 里每张图的 `id` 要各不相同，页面上用它定位。" / "Each chart of `data/charts.toml` is found on its page by its `id`.",
        wrong: "id = \"study\"（两处）",
        right: "id = \"study-2025\"，id = \"study-2026\"",
    }
    units_differ "P217" Error {
        message: "“{one}”和“{other}”单位不同，不能画在一条轴上" / "\"{one}\" and \"{other}\" are counted in different units and cannot share an axis",
        help: ["请分成两张图" / "make two charts of it"],
        about: "同一条轴上的数要用同一个单位，否则长短没有意义。" / "What stands on one axis is compared by its length, so it must have one unit.",
        wrong: "metrics = [\"completion_rate\", \"study_hours\"]",
        right: "metrics = [\"completion_rate\", \"attendance_rate\"]",
    }
    unknown_duty_asked "P218" Error {
        message: "没有这项制度：`{duty}`" / "there is no duty `{duty}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以用的：{known}" / "these exist: {known}"],
        about: "`compliance` 写 `data/cadence.toml` 里或软件自带的一项制度的编号。" / "`compliance` names a duty of `data/cadence.toml` or one that comes with yuandi.",
        wrong: "compliance = \"theme_days\"",
        right: "compliance = \"theme_day\"",
    }
    unknown_board_asked "P219" Error {
        message: "没有这个榜单：`{board}`" / "there is no board `{board}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以用的榜单：{known}" / "these exist: {known}", "请先在 `data/boards.toml` 里写一个榜单" / "declare it in `data/boards.toml` first"],
        about: "`board` 块写 `data/boards.toml` 里一个榜单的编号。" / "A `board` block names a board of `data/boards.toml` by its id.",
        wrong: "id = \"member-point\"",
        right: "id = \"member-points\"",
    }
    period_not_on_board "P220" Error {
        message: "榜单“{title}”没有这一期：`{period}`" / "the board \"{title}\" has no `{period}`",
        help: ["最新的有：{known}" / "its newest are {known}", "这个榜单还没有数据" / "it has no figures yet"],
        about: "榜单按 `period` 里写的月、季度或年分期，只有有数据的期才有排名。" / "A board has the kinds of periods that it declares, and only those with figures.",
        wrong: "period = \"2031\"",
        right: "period = \"2026\"",
    }
    board_without_ranking "P221" Error {
        message: "“{title}”不排名次，不能放进 `board` 块" / "\"{title}\" ranks nothing, so it cannot stand in a `board` block",
        help: ["请链接到榜单的页面" / "link to its page instead"],
        about: "荣誉榜和先锋榜列出全部内容，没有名次。" / "Boards of honours and of role models list everything and rank nothing.",
        wrong: "id = \"honours\"",
        right: "id = \"member-points\"",
    }
    board_of_one "P222" Error {
        message: "“{title}”只有一个人，不能排名" / "\"{title}\" has one person only, who cannot be ranked",
        help: ["请去掉这个块，或等人多了再放" / "leave the block out until there are more"],
        about: "只有一个人的排名等于公布这个人的分数。" / "A ranking of one publishes that person's score.",
        wrong: "只有一名党员的支部的积分榜",
        right: "全总支的积分榜",
    }
    duty_is_a_matrix "P223" Error {
        message: "“{title}”是有没有按期做到，不能画成 {kind}" / "\"{title}\" is done or not done, which cannot be drawn as {kind}",
        help: ["请写 `type = \"matrix\"`" / "write `type = \"matrix\"`"],
        about: "一项制度每个支部、每个周期只有一种结果，画成支部 × 周期的矩阵。" / "A duty has one outcome for each branch and period, so it is a matrix of branches by periods.",
        wrong: "compliance = \"theme_day\"\ntype = \"bar\"",
        right: "compliance = \"theme_day\"\ntype = \"matrix\"",
    }
    bad_figure_link "P224" Error {
        message: "数字链接写得不对：`figure:{target}`" / "this is not how a figure is named: `figure:{target}`",
        help: ["请写成 `figure:指标编号?维度=值&period=2024`，问号后面的部分可以不写" / "write `figure:metric?dimension=value&period=2024`; what follows the question mark may be left out"],
        about: "句子里的数字写成链接，链接说明它是哪个指标、哪个支部、哪段时间，软件据此核对。" / "A number in a sentence is a link that says which metric, which part and which period it is, so that it can be checked.",
        wrong: "[95%](figure:?period=2024)",
        right: "[95%](figure:completion_rate?period=2024)",
    }
}
