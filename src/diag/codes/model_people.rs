//! Codes of M4 what role models agreed to.

super::codes! {
    consent_of_another "M430" Error {
        message: "授权 `{id}` 不是这一页这个人的" / "the consent `{id}` is not that of the person of this page",
        help: ["请核对编号；授权登记表的“本人”一栏要写这个人的编号，或与这一页的 `name` 完全相同的姓名（集体就写集体的名称）" / "check the id; the column person of the consent register must have the id of this person, or exactly the `name` of this page (for a team that of the team)"],
        about: "拿别人的同意发布一个人的事迹，等于没有同意。" / "A story that is published on somebody else's consent is published without one.",
        wrong: "name = \"李示范\"，consent = \"C001\"；授权登记表：C001,王示例,…",
        right: "name = \"李示范\"，consent = \"C001\"；授权登记表：C001,李示范,…",
    }
    consent_not_begun "M431" Warning {
        message: "授权 `{id}` 从 {day} 起才有效，这一页还不发布" / "the consent `{id}` holds from {day} on, so this page is not published yet",
        help: ["请核对 `data/consent.csv` 的 granted_on；日期无误就不用管，到那天会自动出现" / "check `granted_on` in `data/consent.csv`; if it is right, the page appears on that day by itself"],
        about: "同意生效以前不能发布；到了那天，下一次生成时就会出现。" / "Nothing is published before a consent begins; the first build after that day shows the page.",
        wrong: "C001,T0002,name;story,2062-01-01",
        right: "C001,T0002,name;story,2026-01-01",
    }
    consent_without_story "M432" Warning {
        message: "授权 `{id}` 没有同意发布事迹，这一页不发布" / "the consent `{id}` does not cover a story, so this page is not published",
        help: ["请征得本人同意，并在 `data/consent.csv` 的 purposes 里加上 story" / "ask the person, and add `story` to the purposes in `data/consent.csv`"],
        about: "同意公布姓名或照片，不等于同意发布事迹：purposes 里有 story 才发布这一页，有 name 才写全名，有 photo 才放肖像。" / "Who agrees to be named or shown does not yet agree to a story: the page needs `story`, the full name `name`, the portrait `photo`.",
        wrong: "C001,T0002,name;photo,2026-01-01",
        right: "C001,T0002,name;photo;story,2026-01-01",
    }
}
