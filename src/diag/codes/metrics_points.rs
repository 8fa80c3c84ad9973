//! Codes of F2 rule sets and boards.

super::codes! {
    rule_set_id_differs "F200" Error {
        message: "积分办法的标识 `{id}` 和文件名 `{stem}` 不一致" / "the rule set is called `{id}`, but its file `{stem}`",
        help: ["请写成 `id = \"{stem}\"`，或把文件改名" / "write `id = \"{stem}\"`, or rename the file"],
        about: "页面和公开数据按文件名称呼一套积分办法；两处写法不同，别人就找不到它。" / "Pages and open data name a rule set by its file; with two names nobody finds it.",
        wrong: "# data/points/member-2026.toml\n[ruleset]\nid = \"member-2025\"",
        right: "# data/points/member-2026.toml\n[ruleset]\nid = \"member-2026\"",
    }
    overlapping_rule_sets "F201" Error {
        message: "`{id}` 和 `{other}` 的起止日期重叠，都是“{series}”" / "`{id}` and `{other}` hold on the same days, and both are \"{series}\"",
        help: ["请写明旧办法的 `effective_to`；两套办法要同时使用时，请用不同的 `title`" / "end the older one with `effective_to`; if both are to be used side by side, give them different titles"],
        about: "同一天同一件事只能按一套办法计分，否则同一个人会有两个总分。规则改了，就让旧办法在前一天结束。" / "On one day a row counts by one set of rules, or a person would have two totals. When rules change, the older set ends the day before.",
        wrong: "# member-2026.toml\neffective_from = 2026-01-01\neffective_to = 2026-12-31\n# member-2026b.toml\neffective_from = 2026-07-01",
        right: "# member-2026.toml\neffective_from = 2026-01-01\neffective_to = 2026-06-30\n# member-2026b.toml\neffective_from = 2026-07-01",
    }
    rule_set_ends_before "F202" Error {
        message: "积分办法结束（{to}）早于开始（{from}）" / "the rules end ({to}) before they begin ({from})",
        help: ["请核对 `effective_from` 和 `effective_to`" / "check `effective_from` and `effective_to`"],
        about: "结束日期早于开始日期时，没有一天可以计分。" / "Such rules hold on no day at all.",
        wrong: "effective_from = 2026-01-01\neffective_to = 2025-12-31",
        right: "effective_from = 2026-01-01\neffective_to = 2026-12-31",
    }
    rule_without_source "F203" Error {
        message: "规则 `{rule}` 没有写分数从哪张表来" / "the rule `{rule}` does not say which table it counts",
        help: ["请写 `from = \"attendance\"`；台账里数不出来的，写 `from = \"points_entries\"`" / "write `from = \"attendance\"`, or `from = \"points_entries\"` for what no ledger can count"],
        about: "每一分都要能点到台账里的那一行，所以每条规则都要有来源。" / "Every point leads to a row of a ledger, so every rule has a source.",
        wrong: "[[rule]]\nid = \"theme_day\"\npoints = 2",
        right: "[[rule]]\nid = \"theme_day\"\nfrom = \"attendance\"\npoints = 2",
    }
    unknown_points_source "F204" Error {
        message: "没有 `{name}` 这张表或视图" / "there is no table or view called `{name}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以写：{known}" / "it is one of: {known}"],
        about: "规则从 data/ 里的表、文稿（activities 等）或 data/metrics.toml 的视图里取行。" / "Rules take rows from the tables in data/, from texts (activities and so on) or from the views of data/metrics.toml.",
        wrong: "from = \"attendence\"",
        right: "from = \"attendance\"",
    }
    points_rule_twice "F205" Error {
        message: "有两条规则都叫 `{id}`" / "two rules are called `{id}`",
        help: ["请给其中一条换一个标识" / "give one of them another id"],
        about: "积分记录和明细页用标识指明规则，一个标识只能指一条。" / "Ledgers and pages name a rule by its id, so it can be that of one only.",
        wrong: "[[rule]]\nid = \"study\"\n[[rule]]\nid = \"study\"",
        right: "[[rule]]\nid = \"study\"\n[[rule]]\nid = \"task\"",
    }
    unknown_points_category "F206" Error {
        message: "没有声明这个类别：`{category}`" / "no category called `{category}` is declared",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "已有的类别：{known}" / "the categories are: {known}"],
        about: "文件里写了 `[[category]]` 时，规则只能用其中的类别，否则写错的类别会绕过封顶。" / "Where a file declares `[[category]]`, rules use those only: a misspelt one would slip past its cap.",
        wrong: "[[category]]\nid = \"study\"\n[[rule]]\ncategory = \"stdy\"",
        right: "[[category]]\nid = \"study\"\n[[rule]]\ncategory = \"study\"",
    }
    points_too_large "F207" Error {
        message: "分数太大，无法计算：`{points}`" / "these points are too large to be counted: `{points}`",
        help: ["请核对分数" / "check the number"],
        about: "分数要能精确相加；18 位以上的数不是分数。" / "Points are added exactly; a number of more than eighteen digits is none.",
        wrong: "points = \"1e309\"",
        right: "points = \"1\"",
    }
    cap_of_nothing "F208" Error {
        message: "封顶不能是 0 分" / "a cap cannot be 0 points",
        help: ["请写正数；要限制扣分时写负数；不计分的规则请删掉" / "write a number above zero, or below zero to limit deductions; remove a rule that counts for nothing"],
        about: "封顶是 0 的规则永远不得分，多半是写错了。" / "A rule that may give nothing counts for nothing, which is most likely a slip.",
        wrong: "cap = { points = 0, per = \"year\" }",
        right: "cap = { points = 24, per = \"year\" }",
    }
    bad_quota "F209" Error {
        message: "名额要写成大于 0、不超过 1 的比例：`{quota}`" / "a quota is a share above 0 and at most 1: `{quota}`",
        help: ["请写成 `quota = \"1/3\"` 或 `quota = \"30%\"`" / "write it as `quota = \"1/3\"` or `quota = \"30%\"`"],
        about: "名额是人数的一部分；分母为 0 的比例没有意义。" / "A quota is a part of the persons; a share of nothing means nothing.",
        wrong: "quota = \"1/0\"",
        right: "quota = \"1/3\"",
    }
    grades_out_of_order "F210" Error {
        message: "等次 `{grade}` 的分数线不低于前一个等次 `{above}`" / "the grade `{grade}` does not take less than `{above}` before it",
        help: ["请从高到低写等次" / "write the grades from the best down"],
        about: "等次从高到低判断，分数线不降低，后面的等次就没有人能得到。" / "Grades are judged from the best down, so one that takes as much as the one before is never given.",
        wrong: "[[grade]]\nname = \"合格\"\nmin = 80\n[[grade]]\nname = \"优秀\"\nmin = 90",
        right: "[[grade]]\nname = \"优秀\"\nmin = 90\n[[grade]]\nname = \"合格\"\nmin = 80",
    }
    bad_points_rounding "F211" Error {
        message: "不知道怎么取整：`{rounding}`" / "nobody knows how to round like this: `{rounding}`",
        help: ["请写成 `rounding = \"half_up, 1\"`，后面是小数位数（最多 6）；可以写：{known}" / "write it as `rounding = \"half_up, 1\"` with the digits behind the point (at most 6); the ways are: {known}"],
        about: "总分的取整方式和小数位数写在一起。" / "How a total is rounded stands together with the digits that it keeps.",
        wrong: "rounding = \"half-up\"",
        right: "rounding = \"half_up, 1\"",
    }
    points_source_missing "F212" Warning {
        message: "“{table}”还没有文件，这条规则暂时不得分" / "there is no file of \"{table}\" yet, so this rule gives no points",
        help: ["请在 data/ 里建立 {name}.csv，或去掉这条规则" / "begin data/{name}.csv, or remove the rule"],
        about: "规则从这张表里取行；没有表就没有行，所有人在这条规则上都是 0 分。" / "The rule takes rows from that table; without the table everybody has nothing by this rule.",
        wrong: "[[rule]]\nid = \"entries\"\nfrom = \"points_entries\"",
        right: "# data/points_entries.csv\nholder,date,rule,value\n20230001,2026-03-01,entries,2",
    }
    no_holder_column "F213" Error {
        message: "`{from}` 的行不知道算给谁：没有指向 {register} 的列" / "rows of `{from}` belong to nobody: no column leads to {register}",
        help: ["请用 `holder` 写明是哪一列，或换一张表" / "name the column with `holder`, or use another table"],
        about: "每一行的分数要算给一名党员或一个支部，所以表里要有指向名册的列。" / "The points of a row are those of a member or a branch, so a column has to lead to the register.",
        wrong: "holder = \"member\"\n[[rule]]\nfrom = \"budget\"",
        right: "holder = \"member\"\n[[rule]]\nfrom = \"attendance\"",
    }
    several_holder_columns "F214" Error {
        message: "`{from}` 有几列都指向得分的对象：{known}" / "several columns of `{from}` lead to who holds points: {known}",
        help: ["请写明是哪一列，例如 `holder = \"{first}\"`" / "say which, as in `holder = \"{first}\"`"],
        about: "同一行可以算给不同的对象，要由规则写明。" / "A row could belong to one or the other, so the rule has to say.",
        wrong: "[ruleset]\nholder = \"branch\"\n[[rule]]\nfrom = \"attendance\"",
        right: "[ruleset]\nholder = \"branch\"\n[[rule]]\nfrom = \"attendance\"\nholder = \"member.branch\"",
    }
    points_without_time "F215" Error {
        message: "不知道 `{from}` 的行是哪一天的" / "nothing says on which day a row of `{from}` was",
        help: ["请用 `time` 写明日期列，可以写：{known}" / "name the date with `time`; it is one of: {known}", "请换一张有日期的表" / "use a table with dates"],
        about: "规则有起止日期，分数按月、季度、年统计，所以每一行都要有日期。" / "Rules hold from day to day, and points are counted by month, quarter and year, so each row needs a date.",
        wrong: "[[rule]]\nfrom = \"study_tasks\"",
        right: "[[rule]]\nfrom = \"study_tasks\"\ntime = \"due_on\"",
    }
    points_are_no_number "F216" Error {
        message: "`points` 算出来的不是数：`{value}`" / "`points` gives something else than a number: `{value}`",
        help: ["请写一个数，或结果是数的算式" / "write a number, or a formula that gives one"],
        about: "分数要能相加。" / "Points are added up.",
        wrong: "points = \"kind\"",
        right: "points = \"case when kind = 'theme_day' then 2 else 1 end\"",
    }
    unknown_points_holder "F217" Error {
        message: "这一行的得分对象不在 {register} 里" / "who holds the points of this row is not in {register}",
        help: ["请核对编号" / "check the id"],
        about: "积分记录用编号指明是谁的；编号写错，分数就不见了。" / "Points name their holder by id; with a misspelt id they are lost.",
        wrong: "holder,date,rule,value\n20239999,2026-03-01,base,60",
        right: "holder,date,rule,value\n20230001,2026-03-01,base,60",
    }
    points_of_no_rule "F218" Warning {
        message: "没有规则会算这一行的分数：`{rule}`" / "no rule counts the points of this row: `{rule}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "请核对规则的标识，或在积分办法里加上这条规则" / "check the rule's id, or add such a rule"],
        about: "这一天有积分办法在执行，但没有一条规则取用这一行，分数没有计入任何人。" / "Rules hold on that day, but none of them takes this row, so its points are nobody's.",
        wrong: "holder,date,rule,value\n20230001,2026-03-01,bsae,60",
        right: "holder,date,rule,value\n20230001,2026-03-01,base,60",
    }
    points_overflow "F219" Error {
        message: "“{set}”的分数加起来太大，无法计算" / "the points of \"{set}\" add up to more than can be counted",
        help: ["请核对这条规则的分数" / "check how many points this rule gives"],
        about: "总分要精确，放不下的数不会被四舍五入。" / "Totals are exact; what does not fit is never rounded.",
        wrong: "points = \"1e18\"",
        right: "points = \"1\"",
    }
    points_rows_without_day "F220" Warning {
        message: "规则“{rule}”有 {n} 行没有日期，没有计分" / "{n} rows of the rule \"{rule}\" have no date and give no points",
        help: ["请补上日期" / "add the dates"],
        about: "没有日期的行不知道属于哪个月、哪套办法。" / "Without a date nobody knows to which month and which rules a row belongs.",
        wrong: "id,title,date\nH1,优秀,",
        right: "id,title,date\nH1,优秀,2026-03-01",
    }
    rows_without_points "F221" Warning {
        message: "规则“{rule}”有 {n} 行算不出分数，没有计分" / "for {n} rows of the rule \"{rule}\" no points can be computed",
        help: ["请补上空着的格子，或用 `coalesce(…, 0)` 写明空格算 0" / "fill in what is empty, or say with `coalesce(…, 0)` that it is nothing"],
        about: "算式里用到的格子是空的，结果也是空的。" / "A formula over an empty cell gives nothing.",
        wrong: "holder,date,rule,value\n20230001,2026-03-01,base,",
        right: "holder,date,rule,value\n20230001,2026-03-01,base,60",
    }
    points_not_computed "F222" Error {
        message: "规则 `{rule}` 没能算出来：{why}" / "the rule `{rule}` could not be computed: {why}",
        help: ["请核对 `points` 和 `where`" / "check `points` and `where`"],
        about: "算式写得对，但计算时出了问题，例如结果超出了整数的范围。" / "The formula is well written, but computing it failed, for instance because a whole number grew too large.",
        wrong: "points = \"abs(-9223372036854775807 - 1)\"",
        right: "points = \"abs(-2)\"",
    }
    rule_sets_of_other_holders "F223" Error {
        message: "两套办法的得分对象不同，无法比较" / "the two rule sets are about different holders and cannot be compared",
        help: ["请选两套都算党员、或都算支部的办法" / "choose two that are both about members, or both about branches"],
        about: "比较的是同一批人在两套办法下的名次。" / "What is compared are the ranks of the same holders under both.",
        wrong: "yuandi rules diff data/points/member-2026.toml data/points/branch-2026.toml",
        right: "yuandi rules diff data/points/member-2026.toml proposal.toml",
    }
    board_twice "F250" Error {
        message: "有两个榜单都叫 `{id}`" / "two boards are called `{id}`",
        help: ["请给其中一个换一个标识" / "give one of them another id"],
        about: "榜单的网址由标识得来，一个网址只能有一个榜单。" / "A board's address comes from its id, and an address is that of one page.",
        wrong: "[[board]]\nid = \"points\"\n[[board]]\nid = \"points\"",
        right: "[[board]]\nid = \"points\"\n[[board]]\nid = \"branch-points\"",
    }
    bad_board_id "F251" Error {
        message: "榜单的标识不能用：`{id}`" / "this cannot be the id of a board: `{id}`",
        help: ["请用小写英文字母、数字、`-` 和 `_`；中文写在 `title`" / "use lower-case letters, digits, `-` and `_`; other words go into `title`"],
        about: "标识是榜单网址的一部分。" / "The id is a part of the board's address.",
        wrong: "[[board]]\nid = \"积分榜\"",
        right: "[[board]]\nid = \"points\"\ntitle = \"积分榜\"",
    }
    board_of_one_thing "F252" Error {
        message: "榜单“{board}”要写明且只写明一样内容，现在写了 {n} 样" / "the board \"{board}\" is to be of exactly one thing, and it is of {n}",
        help: ["请在 `ruleset` `metric` `indicator` `honours` `role_models` 里选一个" / "choose one of `ruleset` `metric` `indicator` `honours` `role_models`"],
        about: "一个榜单只按一样东西排列，读者才看得明白。" / "A board is in the order of one thing, or nobody understands it.",
        wrong: "[[board]]\nid = \"a\"\ntitle = \"榜\"",
        right: "[[board]]\nid = \"a\"\ntitle = \"榜\"\nruleset = \"member-2026\"",
    }
    board_of_nothing "F254" Error {
        message: "榜单要用的 `{id}` 不存在" / "there is no `{id}` for this board",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以写：{known}" / "it is one of: {known}", "请先声明它" / "declare it first"],
        about: "榜单显示的是已经声明的积分办法（data/points/）、指标或指标体系（data/metrics.toml）。" / "A board shows a rule set of data/points/, or a metric or indicator of data/metrics.toml.",
        wrong: "ruleset = \"member-2062\"",
        right: "ruleset = \"member-2026\"",
    }
    board_by_nothing "F255" Error {
        message: "指标 `{metric}` 不按 `{by}` 划分" / "the metric `{metric}` is not cut by `{by}`",
        help: ["是否想写 `{near}`？" / "did you mean `{near}`?", "可以写：{known}" / "it is one of: {known}", "请在指标的 `by` 里加上它" / "add it to the metric's `by`"],
        about: "榜单的每一行是这个维度的一个值，例如一个支部。" / "Each row of the board is one value of that dimension, such as a branch.",
        wrong: "metric = \"activities\"\nby = \"brnach\"",
        right: "metric = \"activities\"\nby = \"branch\"",
    }
    board_period_without_figures "F256" Error {
        message: "这里没有按 `{period}` 统计的数" / "there are no figures by `{period}` here",
        help: ["可以写：{known}" / "it is one of: {known}"],
        about: "积分按月、季度、年统计；指标按它的 `periods` 统计，没有 `time` 的指标只有全部。" / "Points are counted by month, quarter and year; metrics by their `periods`, and without `time` only as a whole.",
        wrong: "ruleset = \"member-2026\"\nperiod = \"academic_year\"",
        right: "ruleset = \"member-2026\"\nperiod = \"year\"",
    }
    board_with_one_person "F257" Warning {
        message: "榜单“{board}”只有一个人" / "the board \"{board}\" is about one person only",
        help: ["请核对党员名册，或去掉这个榜单" / "check the register of members, or remove the board"],
        about: "只有一个人的排名什么也不说明，却把这个人的分数摆在所有人面前。" / "A ranking of one says nothing, and shows that person's points to everybody.",
        wrong: "id,name\n20230001,张三",
        right: "id,name\n20230001,张三\n20230002,李四",
    }
}
