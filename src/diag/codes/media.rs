//! Codes of pictures: I0xx what `read` says of their headers and of drawings, I1xx what `media` says when it makes them.

super::codes! {
    not_a_picture "I001" Error {
        message: "不是图片，或已损坏到无法辨认" / "this is not a picture, or too damaged to tell",
        help: ["请用看图软件打开确认，再另存为 JPG 或 PNG" / "open it in a picture viewer, and save it as JPG or PNG"],
        about: "文件名像图片，内容却不是任何一种图片格式。常见原因是下载没有完成，或把别的文件改了扩展名。" / "The name is that of a picture, but the content is of no picture format: a download that failed, or another file renamed.",
        wrong: "photo.jpg（内容是一段文字）",
        right: "photo.jpg（真正的 JPG 图片）",
    }
    foreign_picture "I002" Error {
        message: "这其实是 {kind} 文件，网页里不能当图片用" / "this is really a {kind} file, which a page cannot show as a picture",
        help: ["请用看图软件打开，“另存为” JPG；iPhone 照片可在“设置›相机›格式”里选“兼容性最佳”" / "open it in a picture viewer and save it as JPG; on an iPhone choose \"most compatible\" under camera formats"],
        about: "网页里的照片要用 JPG、PNG、GIF 或 WebP，图标可用 SVG。HEIC、TIFF、BMP、PSD 等格式多数浏览器打不开。" / "Pages show JPG, PNG, GIF and WebP, and SVG for drawings. Most browsers cannot open HEIC, TIFF, BMP or PSD.",
        wrong: "IMG_0001.jpg（内容是 HEIC）",
        right: "IMG_0001.jpg（另存为 JPG）",
    }
    wrong_picture_ending "I003" Warning {
        message: "图片其实是 {kind}，扩展名却是 `.{ending}`" / "this picture is really {kind}, though its name ends in `.{ending}`",
        help: ["已按真实格式处理；建议改正扩展名" / "it was read as what it is; better give it the right ending"],
        about: "扩展名与内容不一致时，有的软件会打不开。网站里的图片会重新生成，不受影响。" / "Some programs refuse a file whose ending does not match. The site's own copies are made anew and are right.",
        wrong: "photo.png（内容是 JPEG）",
        right: "photo.jpg",
    }
    too_many_pixels "I004" Error {
        message: "图片太大：{width}×{height} 像素，每边最多 {most}" / "this picture is too large: {width}×{height} pixels, at most {most} a side",
        help: ["请把图片缩小后再用，4000 像素宽已经足够" / "make it smaller; 4000 pixels across are more than enough"],
        about: "过大的图片会占满内存，而网页上最多显示 1600 像素宽。上限可在 site.toml 的 `[images] max_px` 里调整。" / "A huge picture fills the memory, while a page shows 1600 pixels at most. `[images] max_px` in site.toml moves the limit.",
        wrong: "30000×30000 像素的扫描图",
        right: "4000×3000 像素的照片",
    }
    too_large_decoded "I005" Error {
        message: "图片展开后要占 {size} MB 内存，最多 {most} MB" / "this picture takes {size} MB of memory when opened, at most {most}",
        help: ["请把图片缩小后再用，4000 像素宽已经足够" / "make it smaller; 4000 pixels across are more than enough"],
        about: "图片文件是压缩过的，打开后按像素占用内存。很小的文件也可能展开成几百兆。" / "Picture files are packed; opened, they take memory for each pixel. A tiny file can unfold to hundreds of megabytes.",
        wrong: "11000×11000 像素的 PNG",
        right: "4000×3000 像素的照片",
    }
    picture_cut_off "I006" Error {
        message: "图片不完整：文件结尾缺失" / "this picture is cut off: its end is missing",
        help: ["请从相机、手机或原网站重新拷贝一份" / "copy it again from the camera, the phone or where it came from"],
        about: "文件在拷贝或下载时中断了，显示出来下半部分会是灰色。" / "Copying or downloading stopped half-way; the lower part would be grey.",
        wrong: "只下载了一半的 photo.jpg",
        right: "完整的 photo.jpg",
    }
    picture_damaged "I007" Error {
        message: "图片已损坏，读不出来" / "this picture is damaged and cannot be read",
        help: ["请用备份替换，或用看图软件打开后另存一份" / "take a backup, or open it in a picture viewer and save it again"],
        about: "图片开头的说明信息前后矛盾，无法知道它有多大、怎样显示。" / "The headers of the picture contradict themselves, so nobody can tell its size or how to show it.",
        wrong: "被病毒或坏盘改动过的 photo.png",
        right: "从备份恢复的 photo.png",
    }
    animated_picture "I008" Error {
        message: "这是会动的图片，不能直接使用" / "this picture moves, and cannot be used as it is",
        help: ["请导出第一帧存成 JPG；需要动画时请转成视频，用 `video` 块" / "export its first frame as JPG; if it must move, make it a video and use a `video` block"],
        about: "动图很大、不能暂停，会影响阅读，也无法生成不同大小的版本。" / "Moving pictures are heavy, cannot be paused, disturb reading, and cannot be made in several sizes.",
        wrong: "flag.gif（24 帧）",
        right: "flag.jpg",
    }
    unusual_jpeg "I009" Error {
        message: "这种 JPEG 浏览器打不开（{kind}）" / "browsers cannot open this kind of JPEG ({kind})",
        help: ["请用看图软件打开后“另存为” JPG" / "open it in a picture viewer and save it as JPG"],
        about: "扫描仪和医学、专业软件会存出 12 位、无损或算术编码的 JPEG，普通浏览器都不支持。" / "Scanners and professional programs write JPEGs with 12 bits, lossless or with arithmetic coding, which no usual browser opens.",
        wrong: "scan.jpg（12 位）",
        right: "scan.jpg（普通 8 位）",
    }
    empty_picture "I010" Error {
        message: "图片文件是空的" / "this picture file is empty",
        help: ["请从相机、手机或原网站重新拷贝一份" / "copy it again from the camera, the phone or where it came from"],
        about: "文件大小是 0，通常是拷贝失败，或网盘还没有下载完。" / "The file has no bytes: copying failed, or a cloud drive has not fetched it yet.",
        wrong: "photo.jpg（0 字节）",
        right: "photo.jpg（2 MB）",
    }
    svg_not_readable "I021" Error {
        message: "SVG 图形读不出来：{why}" / "this drawing (SVG) cannot be read: {why}",
        help: ["请用绘图软件打开后重新导出 SVG，或导出 PNG" / "open it in a drawing program and export it again as SVG or PNG"],
        about: "SVG 是一种用文字写成的图形，必须以 `<svg>` 开头，每个标签都要闭合。" / "An SVG is a drawing written as text: it begins with `<svg>`, and every tag is closed.",
        wrong: "<svg><path d=\"M0 0\"></svg>",
        right: "<svg><path d=\"M0 0\"/></svg>",
    }
    svg_with_entities "I022" Error {
        message: "SVG 图形里有自定义实体，出于安全不能使用" / "this drawing (SVG) declares entities of its own, which is not safe",
        help: ["请用绘图软件重新导出“普通 SVG”，或导出 PNG" / "export it again as plain SVG, or as PNG"],
        about: "实体可以让很小的文件展开成几个 GB，或读入别的文件。" / "Entities let a tiny file unfold to gigabytes, or bring in other files.",
        wrong: "<!DOCTYPE svg [<!ENTITY a \"…\">]>",
        right: "<svg xmlns=\"http://www.w3.org/2000/svg\">",
    }
    svg_too_complex "I023" Error {
        message: "SVG 图形太复杂，会让浏览器卡住" / "this drawing (SVG) is too complex for a browser",
        help: ["请简化图形，或导出 PNG" / "simplify it, or export it as PNG"],
        about: "文件超过 2 MB、嵌套太深，或反复引用自身的图形会让浏览器停止响应。" / "A drawing over 2 MB, nested too deeply, or copying itself again and again makes a browser hang.",
        wrong: "层层引用十次的 <use>",
        right: "emblem.png",
    }
    svg_part_removed "I024" Warning {
        message: "SVG 图形里去掉了不安全的部分：{parts}" / "unsafe parts were removed from this drawing (SVG): {parts}",
        help: ["请看看图形是否仍然正确；需要其中的照片时请导出 PNG" / "check that it still looks right; export it as PNG if a photo was inside"],
        about: "脚本、外部链接、内嵌的照片和网页片段可能被用来攻击读者或泄露信息，所以只保留图形、颜色和文字。" / "Scripts, outside links, photos and pieces of pages inside a drawing can attack readers or leak information; only shapes, colours and words are kept.",
        wrong: "<svg><script>…</script><path d=\"M0 0\"/></svg>",
        right: "<svg><path d=\"M0 0\"/></svg>",
    }
    svg_without_size "I025" Warning {
        message: "SVG 图形没有写大小，先按 300×150 处理" / "this drawing (SVG) does not say its size; 300×150 is taken",
        help: ["请在 `<svg>` 里加上 `viewBox=\"0 0 宽 高\"`" / "add `viewBox=\"0 0 width height\"` to `<svg>`"],
        about: "没有大小的图形会被裁切，或在页面加载时跳动。" / "A drawing without size is cropped, or makes the page jump while it loads.",
        wrong: "<svg xmlns=\"http://www.w3.org/2000/svg\">",
        right: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">",
    }
    picture_not_decodable "I101" Error {
        message: "图片打不开，文件已损坏" / "this picture cannot be opened: the file is damaged",
        help: ["请向拍摄者重新要一份原图；看图软件还能打开时，“另存为” JPG 再替换（解码器的说明：{why}）" / "ask for the original again, or open it in a viewer and save it as JPG (the decoder says: {why})"],
        about: "图片开头正常，但里面的数据已损坏。" / "The headers are fine, but the data behind them is damaged.",
        wrong: "中间有坏数据的 photo.png",
        right: "重新保存过的 photo.png",
    }
}
