//! Findings of 公示: their period, their names, their withdrawal.

super::codes! {
    holidays_unknown "M423" Error {
        message: "没有 {year} 年的放假安排，算不出公示哪天结束" / "the holidays of {year} are not known, so the end of the period is not either",
        help: ["请在 `data/holidays.csv` 里登记 {year} 年的放假和调休：日期、off（放假）或 work（上班）" / "register the days off and the worked weekends of {year} in `data/holidays.csv`: date, and off or work"],
        about: "公示期按工作日计算，每年的放假和调休都要以当年通知为准，不能推测。" / "The period counts working days, and holidays are announced anew every year; they are never guessed.",
        wrong: "posted_on = 2027-01-04（data/holidays.csv 没有 2027 年）",
        right: "posted_on = 2026-03-27（data/holidays.csv 有 2026 年）",
    }
    name_stays "M424" Error {
        message: "`{field}` 里有公示对象的姓名（{name}），公示期满后撤不下来" / "`{field}` has a name of this notice's objects ({name}), which could not be taken down at the end",
        help: ["请改写 `{field}`，不要出现姓名；姓名只写在 `objects` 和正文里" / "reword `{field}` without names; names stand in `objects` and in the text only"],
        about: "公示期满后，`objects`、正文、摘要、附件和图片里的姓名按 `names_after` 简化或撤下。标题、事项、标签、旧地址等会一直留着，还会出现在列表、订阅和网址里，所以从第一天起就不能写姓名；确实要长期公开的，写 `names_after = \"keep\"`。" / "At the end names go from `objects`, text, summary, files and pictures as `names_after` says. Titles, matters, tags and old addresses stay, also in lists and feeds, so they have no names from the first day on; what is to stay public says `names_after = \"keep\"`.",
        wrong: "title = \"关于示例甲拟接收为预备党员的公示\"",
        right: "title = \"关于拟接收预备党员的公示\"",
    }
    withdrawn_before_posted "M425" Error {
        message: "撤回日期早于发布日期" / "this was withdrawn before it was posted",
        help: ["请检查 `withdrawn_on` 和 `posted_on`" / "check `withdrawn_on` and `posted_on`"],
        about: "从 `withdrawn_on` 这一天起，公示标明“已撤回”，姓名立即撤下；没有发布过的公示不需要撤回，删掉文件就可以。" / "From `withdrawn_on` on a notice is marked as withdrawn and shows no names; one that was never posted is simply deleted.",
        wrong: "posted_on = 2026-03-27\nwithdrawn_on = 2026-03-20",
        right: "posted_on = 2026-03-27\nwithdrawn_on = 2026-03-30",
    }
    objects_not_named "M426" Warning {
        message: "公示没有写 `objects`，期满后正文、摘要、附件和图片会全部撤下" / "this notice has no `objects`, so at its end text, summary, files and pictures all go",
        help: ["涉及个人：请把姓名写进 `objects = [\"姓名\"]`；不涉及个人：请写 `names_after = \"keep\"`" / "if it is about persons, write `objects = [\"name\"]`; if not, write `names_after = \"keep\"`"],
        about: "期满后要撤下姓名，园地靠 `objects` 认出哪些是姓名。没有写，就只好把可能有姓名的地方全部撤下。" / "Names go at the end, and `objects` says which words are names. Without it everything that may hold one goes.",
        wrong: "matter = \"拟接收预备党员\"（没有 objects）",
        right: "matter = \"拟接收预备党员\"\nobjects = [\"示例甲\"]",
    }
    period_too_short "M427" Warning {
        message: "发展党员的公示只有 {days} 个工作日，一般不少于 {least} 个" / "this notice about new members lasts {days} working days; at least {least} are usual",
        help: ["请核对上级党组织的规定，把 `period_days` 改成 {least} 或更多" / "check the rules of the party committee above, and write {least} or more as `period_days`"],
        about: "发展对象、接收预备党员和转正的公示期，各级规定一般不少于五个工作日；放假不算，调休上班算。" / "Notices about candidates, probationary members and their admission usually last five working days or more; holidays do not count, worked weekends do.",
        wrong: "matter = \"拟接收预备党员\"\nperiod_days = 3",
        right: "matter = \"拟接收预备党员\"\nperiod_days = 5",
    }
    name_in_path "M428" Error {
        message: "文件名或文件夹名里有公示对象的姓名（{name}）" / "the name of this file or of its folder has a name of the notice's objects ({name})",
        help: ["请给文件改名，例如 `2026-03-candidates.md`" / "rename the file, for example `2026-03-candidates.md`"],
        about: "网址和开放数据里的编号由文件名得来，期满后撤不下来。" / "The address and the id in open data come from the file's name, and cannot be taken down at the end.",
        wrong: "content/notices/shi-li-jia.md",
        right: "content/notices/2026-03-candidates.md",
    }
}
