//! Codes of W wording: what should not be published as it stands.

super::codes! {
    leftover_placeholder "W001" Warning {
        message: "还没有换掉的占位文字：`{phrase}`" / "a placeholder is left over: `{phrase}`",
        help: ["请写上真实的内容，或删去这一处；真要写这几个字，请用反引号括起来" / "write what belongs here or delete it; put it between backticks if you do mean these characters"],
        about: "从模板或上一次的稿子复制过来，容易留下 xx党支部、待补充 这样的字样。草稿里可以有，发布的网页里不应该有。要改成错误或关掉，见 `site.toml` 的 `[wording]`。" / "Texts copied from a template keep marks for what was to be filled in. A draft may have them, a published page should not. `[wording]` in `site.toml` makes this an error or switches it off.",
        wrong: "xx党支部召开主题党日",
        right: "数控教工党支部召开主题党日",
    }
    other_month "W002" Warning {
        message: "`{written}` 不是这篇文稿的月份（`{own}`）" / "`{written}` is not the month of this text (`{own}`)",
        help: ["请核对月份：多半是从上一个月的稿子复制来的；如果是日期写错了，请改 `date`" / "check the month, which is often a leftover of last month's text; if the date is wrong, change `date`"],
        about: "总结、简报这类文稿按月写，标题、小标题和第一行里的月份应当和文稿的日期对得上。总结可以晚到下个月上半月，计划可以早到上个月下半月。" / "Reports are written by the month, so the month in the title, headings and first line should fit the date. A report may come in the first half of the next month, a plan in the second half of the one before.",
        wrong: "date = 2026-03-31\ntitle = \"2月份工作总结\"",
        right: "date = 2026-03-31\ntitle = \"3月份工作总结\"",
    }
    secrecy_mark "W003" Error {
        message: "文稿开头标着 `{mark}`" / "the text is marked `{mark}` at its head",
        help: ["标有这类字样的材料不能上网；确认可以公开的，请先按规定解除，再删去这一处" / "what bears this mark may not be published; if it may be made public, have it released by the rules first and then delete the mark"],
        about: "内部资料、秘密、机密字样出现在标题或开头几行，说明这份材料不是写给所有人看的。讲保密的文章可以在句子里提到这些词。" / "A mark of secrecy in the title or the first lines says that a text is not for everybody. A lesson about secrecy may name the marks in its sentences.",
        wrong: "机密★长期\n\n关于……的通知",
        right: "关于……的通知",
    }
    claim_without_figure "W004" Warning {
        message: "说了 `{phrase}`，同一句里没有数字" / "`{phrase}` is claimed without a figure in the sentence",
        help: ["应当：{instead}（{why}）" / "better: {instead} ({why})", "请在同一句里写出数字，或链接到一个指标" / "give a figure in the same sentence, or link a metric"],
        about: "“显著提升”之类的话要有数：从多少到多少，按什么口径，哪一天算的。没有数的，读者和检查的人都没法核对。" / "A claim of improvement needs figures: from what to what, counted how and when. Nobody can check one that has none.",
        wrong: "到课率显著提升。",
        right: "到课率由 81% 提高到 95%。",
    }
    empty_praise "W005" Warning {
        message: "空话：`{phrase}`" / "an empty phrase: `{phrase}`",
        help: ["应当：{instead}（{why}）" / "better: {instead} ({why})", "请写一件看得见的事" / "write something that can be seen"],
        about: "放到哪个活动都合适的话，等于没有说。写清谁做了什么、留下了什么，读者自己会评价。" / "Words that suit any event say nothing. Write who did what and what remained of it.",
        wrong: "活动取得圆满成功。",
        right: "22 名党员认养 22 棵栾树，轮值浇水表贴在活动室。",
    }
    listed_phrase "W006" Warning {
        message: "用语表里的说法：`{phrase}`" / "a phrase of the list: `{phrase}`",
        help: ["请改为：{instead}（{why}）" / "write instead: {instead} ({why})", "请改为：{instead}" / "write instead: {instead}", "原因：{why}" / "why: {why}", "请换一个说法，或在用语表里删去它" / "write it in another way, or take it off the list"],
        about: "本单位的用语表是 `data/wording.toml`：不该用的说法、该怎么写、为什么。" / "The list of phrases of your unit is `data/wording.toml`: what not to write, what to write instead, and why.",
        wrong: "全体党员同志们踊跃参加",
        right: "31 名党员参加",
    }
}
