//! Codes of F3 duties and freshness.

super::codes! {
    exempt_period "F301" Error {
        message: "免除的周期不合适：`{value}`" / "this is no period that the duty can be let off for: `{value}`",
        help: ["请写成 `{example}` 这样的周期；比它长的周期也可以，例如 `2026`" / "write a period such as `{example}`, or a longer one such as `2026`"],
        about: "免除写明到哪个周期为止；按季度要求的事项，只免一个月没有意义。" / "An exemption names the period that it covers; of a duty per quarter a single month cannot be let off.",
        wrong: "exempt = [{ branch = \"shukong\", period = \"三月\", reason = \"集中外出实习\" }]",
        right: "exempt = [{ branch = \"shukong\", period = \"2026-03\", reason = \"集中外出实习\" }]",
    }
    duty_off_unknown "F302" Error {
        message: "要停用的要求不存在：`{id}`" / "there is no duty `{id}` to be switched off",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "已有的要求：{known}" / "the duties are: {known}"],
        about: "`off = true` 停用自带的一项要求；写错编号时，想停用的那一项其实还在。" / "`off = true` switches a shipped duty off; with a misspelt id the duty would silently stay.",
        wrong: "[[duty]]\nid = \"group_meting\"\noff = true",
        right: "[[duty]]\nid = \"group_meeting\"\noff = true",
    }
    unknown_freshness_section "F303" Error {
        message: "没有这个可以检查更新的栏目：`{section}`" / "there is no section `{section}` whose age can be watched",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以写：{known}" / "the sections are: {known}"],
        about: "栏目名与 `content/` 下的文件夹同名；只有会不断添加内容的栏目才检查更新。" / "Sections have the names of the folders below `content/`; only those that grow are watched.",
        wrong: "[[freshness.section]]\nid = \"new\"\ncadence_days = 14",
        right: "[[freshness.section]]\nid = \"news\"\ncadence_days = 14",
    }
    bad_duty_id "F304" Error {
        message: "要求的编号不能用：`{id}`" / "this cannot be the id of a duty: `{id}`",
        help: ["编号只用小写英文字母、数字和 `_`；中文写在 `title`" / "an id has lower-case letters, digits and `_`; the words for people go into `title`"],
        about: "编号会出现在网址和开放数据里，所以只能用简单的字符。" / "Ids stand in addresses and open data, so they are plain.",
        wrong: "[[duty]]\nid = \"谈心谈话\"",
        right: "[[duty]]\nid = \"heart_talk\"",
    }
    cadence_month "F305" Error {
        message: "`{key}` 不是月份：`{value}`" / "`{key}` is not a month: `{value}`",
        help: ["请写成 \"2025-04\"" / "write it as \"2025-04\""],
        about: "台账从这个月起是完整的；更早的周期不按缺项对照。" / "From this month on the records are complete; nothing before it is called missing.",
        wrong: "from = \"2025\"",
        right: "from = \"2025-04\"",
    }
    not_a_month_number "F306" Error {
        message: "`exempt_months` 里有一项不是月份：{value}" / "an item of `exempt_months` is not a month: {value}",
        help: ["请写 1 到 12 的数，例如 `exempt_months = [2, 8]`" / "write numbers from 1 to 12, as in `exempt_months = [2, 8]`"],
        about: "寒暑假的月份不要求按月开展；写的是每年的第几个月。" / "In months of holidays nothing is due; they are numbers of months, the same every year.",
        wrong: "exempt_months = [2, 13]",
        right: "exempt_months = [2, 8]",
    }
    condition_cannot_run "F307" Error {
        message: "条件算不出来：{why}" / "the condition cannot be computed: {why}",
        help: ["请改得简单一些，例如 `applies = \"has_committee\"`" / "write it more simply, as in `applies = \"has_committee\"`"],
        about: "`applies` 是对支部表每一行的条件；数太大或算得太久时停下来。" / "`applies` is a condition on each row of the branches; numbers that grow too large, or too long a computation, end it.",
        wrong: "applies = \"abs(-9223372036854775807 - 1) > 0\"",
        right: "applies = \"has_committee\"",
    }
}
