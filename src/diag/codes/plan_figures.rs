//! Codes of P2 figures, charts and boards in texts and pages.

super::codes! {
    bad_figure_link "P200" Error {
        message: "数字链接写得不对：`figure:{target}`" / "this is not how a figure is named: `figure:{target}`",
        help: ["请写成 `figure:指标编号?维度=值&period=2024`，问号后面的部分可以不写" / "write `figure:metric?dimension=value&period=2024`; what follows the question mark may be left out"],
        about: "句子里的数字写成链接，链接说明它是哪个指标、哪个支部、哪段时间，软件据此核对。" / "A number in a sentence is a link that says which metric, which part and which period it is, so that it can be checked.",
        wrong: "[95%](figure:?period=2024)",
        right: "[95%](figure:completion_rate?period=2024)",
    }
}
