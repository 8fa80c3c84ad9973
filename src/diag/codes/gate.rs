//! Codes of G: what the gate holds back. As errors they have an exit code of their own (3), and their words never show a secret.

super::codes! {
    identity_number_found "G101" Error {
        message: "网页里会出现身份证号：`{sample}`{inside}" / "an identity number would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请从这里删去；身份证号任何形式都不公开，遮住中间几位也不行" / "remove it here; no form of an identity number is published, masked or not",
        ],
        about: "身份证号含地区、出生日期和校验位，一旦公开收不回来。只遮住中间几位时，四届学生里平均只剩一百多种可能，等于没遮。少一位或错一位的号码也会泄露其余各位，所以要先确认。"
            / "An identity number holds region, day of birth and a check digit, and cannot be taken back. With the middle masked about a hundred candidates are left in a school. A number with a slip still gives the other digits away, so it is asked about.",
        wrong: "张样例，身份证号 11010119＊＊＊＊＊＊＊＊＊＊",
        right: "张样例",
    }
    mobile_found "G102" Error {
        message: "网页里会出现手机号：`{sample}`{inside}" / "a mobile number would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请删去，或换成办公电话；经批准公开的号码写进 `site.toml` 的 `[[privacy.contact]]`" / "remove it or write an office number; an approved number belongs to `[[privacy.contact]]` in `site.toml`",
        ],
        about: "私人手机号不公开。值班手机等确实要公开的，由批准人写进核准的联系方式，网页里就可以出现。"
            / "Private mobile numbers are not published. One that has to be, such as that of a service desk, is approved in `site.toml`, and pages may then show it.",
        wrong: "报名请打 138＊＊＊＊＊＊＊＊",
        right: "报名请打学院办公室电话",
    }
    bank_card_found "G103" Error {
        message: "网页里会出现银行卡号：`{sample}`{inside}" / "the number of a bank card would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请从这里删去" / "remove it here",
        ],
        about: "银行卡号任何形式都不公开。订单号、发票号等碰巧像卡号的，确认后可以放行。"
            / "Numbers of bank cards are never published. An order number that only looks like one may be let pass after a look.",
        wrong: "卡号 6222 02＊＊ ＊＊＊＊ ＊＊＊＊",
        right: "（删去）",
    }
    credit_code_found "G104" Warning {
        message: "网页里有统一社会信用代码：`{sample}`{inside}" / "a unified social credit code would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请确认是单位的代码；个体工商户的代码会指向个人" / "see that it is an organisation's; the code of a one-person business points at a person",
        ],
        about: "单位的信用代码是公开信息。个体工商户的代码查得到经营者本人，所以提醒看一眼。"
            / "Codes of organisations are public. That of a one-person business leads to the person, hence this word.",
        wrong: "信用代码 92＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊＊",
        right: "（确认是单位的）",
    }
    travel_document_found "G105" Error {
        message: "网页里会出现护照或通行证号：`{sample}`{inside}" / "the number of a passport or permit would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请从这里删去" / "remove it here",
        ],
        about: "护照和通行证号和身份证号一样，能唯一找到一个人。"
            / "Numbers of passports and permits lead to one person, like identity numbers.",
        wrong: "护照号 E＊＊＊＊＊＊＊＊",
        right: "（删去）",
    }
    plate_found "G106" Error {
        message: "网页里会出现车牌号：`{sample}`{inside}" / "a number plate would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请从这里删去" / "remove it here",
        ],
        about: "车牌号查得到车主。"
            / "A number plate leads to its owner.",
        wrong: "车牌 京A＊＊＊＊＊",
        right: "（删去）",
    }
    messenger_found "G107" Error {
        message: "网页里会出现 QQ 号或微信号：`{sample}`{inside}" / "a QQ or WeChat account would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请删去；公众号请写名称，不写个人账号" / "remove it; name the public account instead of a person's",
        ],
        about: "个人的 QQ 号、微信号会招来骚扰和诈骗。"
            / "Personal accounts invite nuisance and fraud.",
        wrong: "QQ：1＊＊＊＊＊＊＊＊",
        right: "关注学院公众号",
    }
    mail_address_found "G108" Error {
        message: "网页里会出现电子邮箱：`{sample}`{inside}" / "a mail address would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请删去；经批准公开的邮箱写进 `site.toml` 的 `[[privacy.contact]]`" / "remove it; an approved address belongs to `[[privacy.contact]]` in `site.toml`",
        ],
        about: "个人邮箱不公开；办公邮箱经批准写进核准的联系方式，网页里就可以出现。"
            / "Personal addresses are not published; an office's is approved in `site.toml`, and pages may then show it.",
        wrong: "z＊＊＊＊＊＊＊@example.com",
        right: "（写进核准的联系方式）",
    }
    telephone_found "G109" Warning {
        message: "网页里有没有核准的电话号码：`{sample}`{inside}" / "a telephone number that nobody approved: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请核对；办公电话写进 `site.toml` 的 `[[privacy.contact]]`，注明批准人和日期" / "see whose it is; an office number belongs to `[[privacy.contact]]` in `site.toml`, with approver and date",
        ],
        about: "办公电话只从核准的名单里公开，人员变动时才知道哪里要改。"
            / "Office numbers are published from the approved list only, so that a change of staff is noticed.",
        wrong: "电话 010-＊＊＊＊＊＊＊＊",
        right: "（写进核准的联系方式）",
    }
    member_number_found "G110" Error {
        message: "网页里会出现党员名册里的编号：`{sample}`{inside}" / "the number of a member would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请删去；网页里用代码区分人员，不用学号、工号" / "remove it; pages tell persons apart by codes, not by their numbers",
        ],
        about: "学号、工号是校内各系统的登录名和查询条件，公开后很容易查到本人。"
            / "Numbers of students and staff are log-ins and search keys; once published they lead to the person.",
        wrong: "张样例（学号 2＊＊＊＊＊＊＊＊）",
        right: "张样例",
    }
    school_number_found "G111" Error {
        message: "网页里会出现“{pattern}”：`{sample}`{inside}" / "a number of the school's own form “{pattern}” would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请从这里删去" / "remove it here",
        ],
        about: "这种号码是学校在 `site.toml` 的 `[[privacy.pattern]]` 里写明不公开的。"
            / "The school says in `[[privacy.pattern]]` of `site.toml` that numbers of this form are not published.",
        wrong: "学号 2＊＊＊＊＊＊＊＊＊",
        right: "（删去）",
    }
    name_found "G112" Error {
        message: "网页里会出现没有同意公开姓名的党员：`{sample}`{inside}" / "a member who did not agree would be named: `{sample}`{inside}",
        help: [
            "请删去姓名，或先征得本人同意并登记到 `data/consent.csv`；其实是普通词语的，写进 `site.toml` 的 `not_a_person`" / "remove the name, or ask the person and enter the consent into `data/consent.csv`; a word that is no name belongs to `not_a_person` in `site.toml`",
        ],
        about: "姓名按同意登记表公开：没有同意、已经过期或撤回的，不出现在网页、榜单、搜索和开放数据里。"
            / "Names follow the register of consents: without one, or when it has ended, they appear nowhere.",
        wrong: "张＊＊同志介绍经验",
        right: "一名党员介绍经验",
    }
    name_seen "G113" Warning {
        message: "这里可能写到了没有同意公开姓名的党员：`{sample}`{inside}" / "this may name a member who did not agree: `{sample}`{inside}",
        help: [
            "请看一眼；是本人就删去或登记同意，是普通词语就写进 `site.toml` 的 `not_a_person`" / "have a look: remove the name or enter a consent; a word that is no name belongs to `not_a_person` in `site.toml`",
        ],
        about: "两三个字的姓名常常也是普通词语，程序分不清，所以只提醒一次。"
            / "Names of two or three characters are often words; the program cannot tell, so it only says so once.",
        wrong: "张＊＊",
        right: "一名党员",
    }
    home_address_found "G114" Error {
        message: "网页里会出现住址：`{sample}`{inside}" / "a home address would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请从这里删去" / "remove it here",
        ],
        about: "家庭住址任何形式都不公开。单位地址被认成住址时，确认后可以放行。"
            / "Home addresses are never published. The address of an office that looks like one may be let pass after a look.",
        wrong: "家庭住址：示例市＊＊＊＊＊＊＊＊",
        right: "（删去）",
    }
    birth_date_found "G115" Error {
        message: "网页里会出现出生日期：`{sample}`{inside}" / "a day of birth would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请从这里删去" / "remove it here",
        ],
        about: "出生日期加上姓名和地区，差不多就是身份证号。"
            / "A day of birth with name and region is almost an identity number.",
        wrong: "出生日期：2＊＊＊＊＊＊＊",
        right: "（删去）",
    }
    sensitive_found "G116" Error {
        message: "网页里会出现健康、家庭或宗教信息：`{sample}`{inside}" / "health, family or religion of somebody would be published: `{sample}`{inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请从这里删去" / "remove it here",
        ],
        about: "这些是敏感个人信息，任何形式都不公开。"
            / "These are sensitive personal data, never published in any form.",
        wrong: "健康状况：＊＊",
        right: "（删去）",
    }
    metadata_found "G117" Error {
        message: "图片里还带着拍摄信息（{sample}）{inside}" / "a picture still carries metadata ({sample}){inside}",
        help: [
            "请删去或改写；确实可以公开的，运行 `{waive}` 记下理由和批准人" / "remove it or write it otherwise; if it may be published, run `{waive}` and give reason and approver",
            "请把图片放进正文或相册，程序会去掉这些信息；不要当附件" / "put the picture into a text or gallery, where this is removed; do not attach it",
        ],
        about: "照片里可能藏着拍摄地点、手机型号和缩略图。网页用的图片都重新编码，不带这些信息。"
            / "Photos may hide place, telephone and thumbnails. Pictures of pages are encoded anew and hold none of it.",
        wrong: "attachments = [{{ file = \"照片.jpg\" }}]",
        right: "album = [\"照片.jpg\"]",
    }
    marking_found "G118" Warning {
        message: "内容带有内部或涉密标志：`{sample}`{inside}" / "the content is marked as internal or secret: `{sample}`{inside}",
        help: [
            "请先做保密审查，再决定能不能公开" / "have it reviewed before it is published",
        ],
        about: "带“内部”“秘密”等字样的文件不能直接上网。程序只能提醒，不能代替保密审查。"
            / "What is marked as internal or secret may not go online as it is. This is a reminder and no review.",
        wrong: "内部资料，注意保存",
        right: "（审查后再公开）",
    }
    encrypted_attachment "G121" Error {
        message: "附件有密码，读不了里面的内容{inside}" / "the attachment wants a password and cannot be read{inside}",
        help: [
            "请有关负责人看过内容，再运行 `{waive}` 记下理由和批准人" / "have somebody in charge look at it, then run `{waive}` with reason and approver",
            "请换成可以读出文字的文件" / "attach a file whose text can be read",
        ],
        about: "读不出文字的附件，程序查不出里面有没有身份证号、手机号和名单，所以要有人看过并登记。登记只对这一份文件有效，文件改了要重新看。"
            / "What cannot be read may hold numbers or lists of names, so a person has to look and say so. The approval is for this very file; a changed file is asked about again.",
        wrong: "加了密码的文件",
        right: "可以复制出文字的文档",
    }
    only_pictures "G122" Error {
        message: "附件只有图片、没有文字，读不出内容{inside}" / "the attachment has pictures and no text{inside}",
        help: [
            "请有关负责人看过内容，再运行 `{waive}` 记下理由和批准人" / "have somebody in charge look at it, then run `{waive}` with reason and approver",
            "请换成可以读出文字的文件" / "attach a file whose text can be read",
        ],
        about: "读不出文字的附件，程序查不出里面有没有身份证号、手机号和名单，所以要有人看过并登记。登记只对这一份文件有效，文件改了要重新看。"
            / "What cannot be read may hold numbers or lists of names, so a person has to look and say so. The approval is for this very file; a changed file is asked about again.",
        wrong: "扫描件",
        right: "可以复制出文字的文档",
    }
    unknown_glyphs "G123" Error {
        message: "附件的字体没有对照表，读不出文字{inside}" / "the attachment's font does not say which characters it shows{inside}",
        help: [
            "请有关负责人看过内容，再运行 `{waive}` 记下理由和批准人" / "have somebody in charge look at it, then run `{waive}` with reason and approver",
            "请换成可以读出文字的文件" / "attach a file whose text can be read",
        ],
        about: "读不出文字的附件，程序查不出里面有没有身份证号、手机号和名单，所以要有人看过并登记。登记只对这一份文件有效，文件改了要重新看。"
            / "What cannot be read may hold numbers or lists of names, so a person has to look and say so. The approval is for this very file; a changed file is asked about again.",
        wrong: "字体有问题的 PDF",
        right: "可以复制出文字的文档",
    }
    picture_attached "G124" Error {
        message: "图片当作附件发布，里面的内容读不了{inside}" / "a picture is published as it is and cannot be read{inside}",
        help: [
            "请有关负责人看过内容，再运行 `{waive}` 记下理由和批准人" / "have somebody in charge look at it, then run `{waive}` with reason and approver",
            "请换成可以读出文字的文件" / "attach a file whose text can be read",
        ],
        about: "读不出文字的附件，程序查不出里面有没有身份证号、手机号和名单，所以要有人看过并登记。登记只对这一份文件有效，文件改了要重新看。"
            / "What cannot be read may hold numbers or lists of names, so a person has to look and say so. The approval is for this very file; a changed file is asked about again.",
        wrong: "表格的照片",
        right: "可以复制出文字的文档",
    }
    media_attached "G125" Error {
        message: "音频或视频附件，里面的内容读不了{inside}" / "sound or film cannot be read{inside}",
        help: [
            "请有关负责人看过内容，再运行 `{waive}` 记下理由和批准人" / "have somebody in charge look at it, then run `{waive}` with reason and approver",
            "请换成可以读出文字的文件" / "attach a file whose text can be read",
        ],
        about: "读不出文字的附件，程序查不出里面有没有身份证号、手机号和名单，所以要有人看过并登记。登记只对这一份文件有效，文件改了要重新看。"
            / "What cannot be read may hold numbers or lists of names, so a person has to look and say so. The approval is for this very file; a changed file is asked about again.",
        wrong: "视频附件",
        right: "可以复制出文字的文档",
    }
    unknown_attachment "G126" Error {
        message: "不认识这种文件，读不了里面的内容{inside}" / "files of this kind cannot be read{inside}",
        help: [
            "请有关负责人看过内容，再运行 `{waive}` 记下理由和批准人" / "have somebody in charge look at it, then run `{waive}` with reason and approver",
            "请换成可以读出文字的文件" / "attach a file whose text can be read",
        ],
        about: "读不出文字的附件，程序查不出里面有没有身份证号、手机号和名单，所以要有人看过并登记。登记只对这一份文件有效，文件改了要重新看。"
            / "What cannot be read may hold numbers or lists of names, so a person has to look and say so. The approval is for this very file; a changed file is asked about again.",
        wrong: "旧版 .doc 文件",
        right: "可以复制出文字的文档",
    }
    too_much_attached "G127" Error {
        message: "附件太大或压缩层数太多，没有读完{inside}" / "the attachment is too large or too tightly packed to be read{inside}",
        help: [
            "请有关负责人看过内容，再运行 `{waive}` 记下理由和批准人" / "have somebody in charge look at it, then run `{waive}` with reason and approver",
            "请换成可以读出文字的文件" / "attach a file whose text can be read",
        ],
        about: "读不出文字的附件，程序查不出里面有没有身份证号、手机号和名单，所以要有人看过并登记。登记只对这一份文件有效，文件改了要重新看。"
            / "What cannot be read may hold numbers or lists of names, so a person has to look and say so. The approval is for this very file; a changed file is asked about again.",
        wrong: "一层套一层的压缩包",
        right: "可以复制出文字的文档",
    }
    broken_attachment "G128" Error {
        message: "附件已损坏，读不了里面的内容{inside}" / "the attachment is damaged and cannot be read{inside}",
        help: [
            "请有关负责人看过内容，再运行 `{waive}` 记下理由和批准人" / "have somebody in charge look at it, then run `{waive}` with reason and approver",
            "请换成可以读出文字的文件" / "attach a file whose text can be read",
        ],
        about: "读不出文字的附件，程序查不出里面有没有身份证号、手机号和名单，所以要有人看过并登记。登记只对这一份文件有效，文件改了要重新看。"
            / "What cannot be read may hold numbers or lists of names, so a person has to look and say so. The approval is for this very file; a changed file is asked about again.",
        wrong: "打不开的文档",
        right: "可以复制出文字的文档",
    }
    waiver_without_passage "G201" Warning {
        message: "这条放行已经失效：原来的内容不在了" / "this waiver has ended: what it was for is not there any more",
        help: [
            "请删去这一条；内容改过、仍要公开的，重新运行 `yuandi waive`" / "remove it; if the changed passage may be published, run `yuandi waive` again",
        ],
        about: "放行只对当时看过的那一段内容有效。内容改了、删了，放行就失效，要重新看。"
            / "A waiver is for the passage that somebody looked at. When that changes, it ends, and somebody has to look again.",
        wrong: "[[waiver]]\npassage = \"旧内容的编号\"",
        right: "（删去）",
    }
    waiver_of_unknown_kind "G202" Error {
        message: "没有这种可以放行的内容：`{kind}`" / "nothing of this kind can be waived: `{kind}`",
        help: [
            "是否想写 `{nearest}`？" / "did you mean `{nearest}`?",
            "放行记录由 `yuandi waive` 写，不要手改" / "waivers are written by `yuandi waive`; do not change them by hand",
        ],
        about: "能放行的只有拿不准的内容；身份证号等确定的内容一律不放行。"
            / "Only what is uncertain can be waived; an identity number never can.",
        wrong: "kind = \"mobil\"",
        right: "kind = \"mobile\"",
    }
    nothing_to_waive "G203" Error {
        message: "`{place}` 没有待确认的 {code}" / "there is no {code} at `{place}` to be answered",
        help: [
            "请照 `yuandi check` 给出的位置写，如 `content/news/a.md:12`" / "write the place as `yuandi check` gives it: file:line",
        ],
        about: "放行要指明哪个编号、哪个位置。位置照检查结果抄，不用数列。"
            / "A waiver names a code and a place; copy the place from the report.",
        wrong: "yuandi waive G108 content/news/a.md",
        right: "yuandi waive G108 content/news/a.md:12",
    }
    never_waived "G204" Error {
        message: "这一条不能放行：{code} `{place}`" / "this cannot be waived: {code} `{place}`",
        help: [
            "请删去这里的内容；办公电话和邮箱写进 `site.toml` 的 `[[privacy.contact]]`" / "remove it; office numbers and addresses belong to `[[privacy.contact]]` in `site.toml`",
        ],
        about: "校验位对得上、或者旁边写着“手机号”“身份证号”的，一定是个人信息，不能放行。"
            / "Where a check digit or a label leaves no doubt, nothing can be waived.",
        wrong: "yuandi waive G101 content/news/a.md:12",
        right: "（删去身份证号）",
    }
}
