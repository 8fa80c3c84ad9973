//! Codes of F0 what metrics declare, and what their values cannot be.

super::codes! {
    unknown_relation "F001" Error {
        message: "没有可以统计的表或内容：`{name}`" / "there is no table or content called `{name}` to count over",
        help: [
            "是否想写 `{near}`？" / "did you mean `{near}`?",
            "可以用：{known}" / "there are: {known}",
        ],
        about: "`from` 写一张表（data/ 里的文件）、一类内容（例如 `activities`）或一个 `[view.名称]`。" / "`from` names a table (a file in data/), a kind of content such as `activities`, or a `[view.NAME]`.",
        wrong: "from = \"atendance\"",
        right: "from = \"attendance\"",
    }
    bad_figure_id "F002" Error {
        message: "`{word}` 的标识不能写成 `{id}`" / "this cannot be the id of a `{word}`: `{id}`",
        help: ["标识只用小写英文字母、数字和 `_`；中文写在 `title` 里" / "an id has lower-case letters, digits and `_`; words for people go into `title`"],
        about: "标识会出现在网址、文件名和引用里，所以只能用简单的字符。" / "Ids stand in addresses, file names and links, so they are plain.",
        wrong: "[metric.\"完成率\"]",
        right: "[metric.completion_rate]",
    }
    not_an_amount "F003" Error {
        message: "`{key}` 不是能用的数字" / "`{key}` is not a number that can be used",
        help: ["请写普通数字，例如 `0.95` 或 `\"95%\"`" / "write an ordinary number, such as `0.95` or `\"95%\"`"],
        about: "数字精确计算，最多 18 位；百分数可以写成带百分号的文字。" / "Numbers are exact and have at most 18 digits; a percentage may be a text with a percent sign.",
        wrong: "target = \"九成五\"",
        right: "target = 0.95",
    }
    target_is_no_ratio "F004" Error {
        message: "百分数的目标 `{value}` 超过了 1（即 100%）" / "the target `{value}` of a percentage is above 1, which is 100%",
        help: ["如果是 {value}%，请写 `target = {ratio}` 或 `target = \"{value}%\"`" / "for {value}% write `target = {ratio}` or `target = \"{value}%\"`"],
        about: "百分数指标的值是比例：95% 是 0.95，目标也一样。" / "The values of a percentage are ratios: 95% is 0.95, and so is its target.",
        wrong: "unit = \"percent\"\ntarget = 95",
        right: "unit = \"percent\"\ntarget = 0.95",
    }
    period_not_of_metric "F005" Error {
        message: "这个指标没有期间 `{period}`" / "this metric has no period `{period}`",
        help: ["期间写成 `2024`、`2024-2025`、`2024-Q3` 或 `2024-03`；指标要写明 `time`，`periods` 里要有这一种" / "periods are written `2024`, `2024-2025`, `2024-Q3` or `2024-03`; the metric needs a `time`, and `periods` with this kind"],
        about: "上报的数字要对应到一个算得出来的期间，才能核对。" / "A reported number is checked against a period that is computed.",
        wrong: "reported = [{ period = \"2024-13\", value = \"95%\" }]",
        right: "reported = [{ period = \"2024\", value = \"95%\" }]",
    }
    periods_without_time "F006" Error {
        message: "写了 `periods`，却没有 `time`" / "there are `periods` but no `time`",
        help: ["请在 `time` 写一个日期列，或去掉 `periods`" / "name a column of dates in `time`, or remove `periods`"],
        about: "没有日期列，就不知道一行属于哪个月、季度和年。" / "Without a column of dates nobody knows to which month, quarter and year a row belongs.",
        wrong: "periods = [\"month\"]",
        right: "time = \"date\"\nperiods = [\"month\"]",
    }
    public_without_reason "F007" Error {
        message: "写了 `sensitivity = \"public\"`，却没有说明理由" / "`sensitivity = \"public\"` is there without a reason",
        help: ["请在 `reason` 里写明为什么人数很少时也可以公开" / "say in `reason` why small numbers may be shown"],
        about: "人数太少的数字会被隐藏，以免看出是谁；要例外公开，必须写明理由，并会显示在指标的页面上。" / "Figures over few persons are held back so that nobody is found out; an exception needs its reason, which the metric's page shows.",
        wrong: "sensitivity = \"public\"",
        right: "sensitivity = \"public\"\nreason = \"支部人数是公开信息\"",
    }
    not_a_dimension "F008" Error {
        message: "上报的数字里不能写 `{key}`" / "a reported value cannot have `{key}`",
        help: [
            "是否想写 `{near}`？" / "did you mean `{near}`?",
            "可以写：{known}" / "it may have: {known}",
        ],
        about: "上报的数字对应到指标的一个切片：`by` 里的维度和期间。" / "A reported value belongs to a slice of its metric: the dimensions of `by` and a period.",
        wrong: "by = [\"branch\"]\nreported = [{ branhc = \"shukong\", value = 33 }]",
        right: "by = [\"branch\"]\nreported = [{ branch = \"shukong\", value = 33 }]",
    }
    reported_value_differs "F009" Warning {
        message: "“{metric}”上报 {reported}，实际算出 {computed}" / "\"{metric}\" was reported as {reported} and comes out as {computed}",
        help: ["请核对台账；两个数字都会显示在数据质量里" / "check the ledger; both numbers are shown under data quality"],
        about: "上报的数字与台账算出的不同。两个都保留，不会悄悄选一个。" / "What was reported differs from what the ledgers give. Both are kept; neither is silently preferred.",
        wrong: "reported = [{ value = 33 }]",
        right: "reported = [{ value = 31 }]",
    }
    reported_slice_missing "F010" Error {
        message: "“{metric}”里没有上报的 {value} 所指的部分" / "\"{metric}\" has no part that the reported {value} is about",
        help: ["请检查期间和维度的值，例如支部的编号" / "check the period and the values of the dimensions, such as the id of a branch"],
        about: "上报的数字要对应到一个算得出来的切片，才能核对。" / "A reported number is checked against a slice that is computed.",
        wrong: "reported = [{ branch = \"shukogn\", value = 33 }]",
        right: "reported = [{ branch = \"shukong\", value = 33 }]",
    }
    percentage_over_hundred "F011" Error {
        message: "“{metric}”超过 100%：{value}（{slice}）" / "\"{metric}\" is over 100%: {value} ({slice})",
        help: ["请检查公式和台账；确实可以超过时，写 `allow = \"over_100\"`" / "check the formula and the ledger; if it may be, write `allow = \"over_100\"`"],
        about: "百分数超过 100%，多半是分子和分母数的不是同一批行。" / "A percentage over 100% mostly means that its two parts count different rows.",
        wrong: "unit = \"percent\"\nvalue = \"1.0 * count(*) / sum(done)\"",
        right: "unit = \"percent\"\nvalue = \"1.0 * sum(done) / count(*)\"",
    }
    percentage_below_zero "F012" Error {
        message: "“{metric}”小于 0：{value}（{slice}）" / "\"{metric}\" is below zero: {value} ({slice})",
        help: ["请检查公式；增减的比例可以写 `allow = \"negative\"`" / "check the formula; a change may have `allow = \"negative\"`"],
        about: "比例小于零，多半是减反了。" / "A share below zero mostly means that two things were subtracted the wrong way round.",
        wrong: "unit = \"percent\"\nvalue = \"1.0 * (sum(done) - count(*)) / count(*)\"",
        right: "unit = \"percent\"\nvalue = \"1.0 * (count(*) - sum(done)) / count(*)\"",
    }
    no_value_anywhere "F013" Warning {
        message: "“{metric}”有数据行，却一个数字也算不出来" / "\"{metric}\" has rows and no value anywhere",
        help: ["请检查公式：多半是除以零，或所用的列全是空的" / "look at the formula: it divides by zero, or its columns are empty everywhere"],
        about: "除以零得不到数字，页面上显示“—”。所有切片都这样时，多半是公式写错了。" / "A division by zero gives no number and pages show a dash. If it is so in every slice, the formula is most likely wrong.",
        wrong: "value = \"1.0 * sum(done) / (count(*) - count(*))\"",
        right: "value = \"1.0 * sum(done) / count(*)\"",
    }
    unit_misspelt "F014" Error {
        message: "没有这个单位：`{unit}`" / "there is no unit `{unit}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?"],
        about: "单位决定怎样显示，`percent` 的值是比例。学校自己的单位可以直接写，例如 `学分`。" / "The unit decides how values are shown; those of `percent` are ratios. A school's own unit may be any other word.",
        wrong: "unit = \"precent\"",
        right: "unit = \"percent\"",
    }
    dimension_twice "F015" Error {
        message: "`by` 里的 `{name}` 写了两次" / "`{name}` stands twice in `by`",
        help: ["请去掉其中一个；`branch` 和写全的列名可能是同一列" / "remove one of them; a bare name and a full one may be the same column"],
        about: "每个维度只能切一次。" / "Rows are cut by each dimension once.",
        wrong: "by = [\"branch\", \"member.branch\"]",
        right: "by = [\"branch\"]",
    }
    relation_without_file "F016" Warning {
        message: "表 `{name}` 还没有文件，这一项先不计算" / "the table `{name}` has no file yet, so this is not computed",
        help: ["请在 data/ 里放入 {name}.csv，或删掉这一项" / "put {name}.csv into data/, or remove what uses it"],
        about: "自带的指标可以先写好，等台账放进来以后再计算。" / "A metric may be declared before its ledger is there; it is computed as soon as it is.",
        wrong: "from = \"opinions\"",
        right: "from = \"activities\"",
    }
    not_a_declaration "F017" Error {
        message: "`{id}` 后面应当是一组字段" / "behind `{id}` should stand fields",
        help: ["请写成 `[{word}.{id}]`，字段写在它下面" / "write `[{word}.{id}]` with its fields below"],
        about: "每个指标、视图和指标体系都是一组字段。" / "Each metric, view and indicator is a group of fields.",
        wrong: "[metric]\nmembers = \"count(*)\"",
        right: "[metric.members]\nvalue = \"count(*)\"",
    }
}
