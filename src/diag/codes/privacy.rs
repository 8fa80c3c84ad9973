//! Codes of V what may be shown.

super::codes! {
    person_key_missing "V001" Error {
        message: "缺少 `data/person-key.txt`，无法给人员编代码" / "persons cannot be given codes without `data/person-key.txt`",
        help: ["请新建这个文件，写一行只有本单位知道的随机字符，至少 32 个；新建一个站点也会得到一份" / "make this file with one line of at least 32 random characters that only you know; a new site comes with one"],
        about: "网页和开放数据里用代码代替学号、工号和姓名；代码由这个文件里的密钥算出，没有密钥的人推不回去。文件本身从不发布。" / "Pages and open data show codes instead of numbers and names; they are made with the key in this file, so nobody without it can work back. The file itself is never published.",
        wrong: "data/metrics.toml\ndata/attendance.csv",
        right: "data/metrics.toml\ndata/attendance.csv\ndata/person-key.txt",
    }
    person_key_too_short "V002" Error {
        message: "密钥太短：只有 {n} 个字符，至少要 {least} 个" / "the key is too short: {n} characters of at least {least}",
        help: ["请换成更长的随机字符；换了密钥以后，所有代码和个人得分页的网址都会变" / "write a longer random one; all codes, and the addresses of holders' pages, change with the key"],
        about: "太短的密钥可以一个一个试出来，那样代码就能还原成学号。" / "A short key can be found by trying, and then codes can be turned back into numbers.",
        wrong: "123456",
        right: "一行 64 个随机的十六进制字符",
    }
    person_key_blank "V003" Error {
        message: "`person-key.txt` 里没有密钥" / "there is no key in `person-key.txt`",
        help: ["请写一行至少 32 个随机字符；以 `#` 开头的行是说明" / "write one line of at least 32 random characters; lines that begin with `#` are notes"],
        about: "代码由密钥算出；没有密钥，代码就和学号一样能猜。" / "Codes are made with the key; without one they could be guessed like the numbers.",
        wrong: "# 密钥写在下一行",
        right: "# 密钥写在下一行\n一行 64 个随机的十六进制字符",
    }
    consent_of_nobody "V004" Warning {
        message: "授权登记的这个人不在党员名册里" / "the person of this consent is not in the register of members",
        help: ["请写名册里的编号，或只有一个人用的姓名；集体和外单位的先锋请写名称，与事迹页的 `name` 相同" / "write the id in `data/members.csv`, or a name that only one member has; for a team or somebody of another unit the `name` of the page"],
        about: "对不上人的同意不起作用：榜单和个人得分页只列名册里的党员，写错编号的人仍按没有同意处理。" / "A consent of nobody changes nothing: boards are about members of the register, and somebody whose id is misspelt counts as not having agreed.",
        wrong: "C001,T9999,rank,2025-03-01",
        right: "C001,T0007,rank,2025-03-01",
    }
    consent_of_several "V005" Error {
        message: "名册里有 {n} 个人用这个姓名，不知道是谁的同意" / "{n} members have this name, so it is not clear who agrees",
        help: ["请改写这个人的编号" / "write the person's id instead"],
        about: "把一个人的同意算到另一个人头上，就会公布没有同意的人。" / "A consent that is taken for that of another person would name somebody who did not agree.",
        wrong: "C001,张样例,rank,2025-03-01",
        right: "C001,T0001,rank,2025-03-01",
    }
    consent_ends_soon "V006" Warning {
        message: "授权 `{id}` 将于 {day} 到期" / "the consent `{id}` ends on {day}",
        help: ["请尽早征求本人意见：同意就更新 `data/consent.csv` 的 expires_on；不同意就不用管，到期后第一次生成会自动撤下" / "ask the person in time: with a yes write the new day into `expires_on` of `data/consent.csv`; with a no do nothing, the first build after that day takes it down"],
        about: "同意到期以后，下一次生成时本人就从网站上消失；最后 30 天提醒一次，免得页面忽然不见。" / "When a consent runs out the next build takes the person off the site; during its last 30 days this is said, so that no page vanishes by surprise.",
        wrong: "C001,T0007,name;rank,2024-04-11,2026-04-10",
        right: "C001,T0007,name;rank,2024-04-11,2028-04-10",
    }
}
