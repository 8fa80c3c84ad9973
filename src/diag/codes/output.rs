//! Codes of `output`: the output folder (O0xx), a finished site (O05x), the machine (O1xx).

super::codes! {
    output_holds_site "O001" Error {
        message: "输出文件夹就是站点文件夹，或者在它上面：`{path}`" / "the output folder is the site's own folder, or above it: `{path}`",
        help: ["请换一个文件夹，例如站点里的 `public`" / "choose another folder, such as `public` inside the site"],
        about: "每次生成都会用新网站整个替换输出文件夹。如果原稿就在那里面，原稿会被一起换掉，所以什么都没有动。"
            / "Every build replaces the whole output folder with the new site. The sources in it would be replaced too, so nothing was touched.",
        wrong: "yuandi build --root site --out site",
        right: "yuandi build --root site --out site/public",
    }
    output_in_sources "O002" Error {
        message: "输出文件夹不能和 content、data、themes 重叠：`{path}`" / "the output folder overlaps content, data or themes: `{path}`",
        help: ["请换一个文件夹，例如站点里的 `public`" / "choose another folder, such as `public` inside the site"],
        about: "content、data 和 themes 里是原稿。把网站生成到那里面，会覆盖原稿，下一次生成还会把网站当成原稿。"
            / "content, data and themes hold the sources. A site built there would replace them, and the next build would take it for sources.",
        wrong: "yuandi build --out content/public",
        right: "yuandi build --out public",
    }
    output_is_home "O003" Error {
        message: "输出文件夹不能是系统根目录或个人主目录：`{path}`" / "the output folder is the root or your home, or above it: `{path}`",
        help: ["请在里面新建一个文件夹来放网站" / "make a folder in it for the site"],
        about: "每次生成都会替换整个输出文件夹，所以它不能是放着您其他文件的地方。" / "Every build replaces the whole output folder, so it cannot be the place of all your other files.",
        wrong: "yuandi build --out ~",
        right: "yuandi build --out ~/public",
    }
    output_is_git "O004" Error {
        message: "输出文件夹是一个 Git 仓库，或者在 `.git` 里面：`{path}`" / "the output folder is a Git repository, or inside `.git`: `{path}`",
        help: ["请换成仓库里的一个子文件夹" / "choose a folder inside the repository instead"],
        about: "替换整个仓库文件夹会丢掉历史记录和没有提交的修改。" / "Replacing the folder of a repository would lose its history and what is not committed.",
        wrong: "yuandi build --out ../repository",
        right: "yuandi build --out ../repository/docs",
    }
    output_is_mount "O005" Error {
        message: "输出文件夹是另一块磁盘的入口：`{path}`" / "the output folder is where another disk begins: `{path}`",
        help: ["请在那块磁盘上新建一个文件夹，例如 `{path}/site`" / "make a folder on that disk, such as `{path}/site`"],
        about: "新网站先写在输出文件夹旁边，写完后再一次换过去；磁盘的入口不能这样替换。" / "A new site is written beside the output folder and then takes its place at once; the place where a disk begins cannot be replaced so.",
        wrong: "yuandi build --out /mnt/usb",
        right: "yuandi build --out /mnt/usb/site",
    }
    output_not_a_folder "O006" Error {
        message: "输出位置不是文件夹：`{path}`" / "the output is not a folder: `{path}`",
        help: ["请换一个文件夹，或先移走那里的文件" / "choose a folder, or move away what is there"],
        about: "网站由许多文件组成，需要一个文件夹。那里现在是一个文件，或者是一个指向不存在位置的链接。" / "A site is many files and needs a folder. There is a file in its place, or a link that leads nowhere.",
        wrong: "yuandi build --out index.html",
        right: "yuandi build --out public",
    }
    foreign_files "O007" Error {
        message: "输出文件夹 `{path}` 里有 {count} 个不是本程序生成的文件，例如 `{file}`" / "`{path}` holds {count} file(s) that yuandi did not write, such as `{file}`",
        help: ["请移走它们、换一个文件夹，或加上 --adopt 保留它们" / "move them away, choose another folder, or keep them with --adopt"],
        about: "生成网站会替换整个输出文件夹。不是本程序写的文件，本程序绝不删除；加上 --adopt，它们会原样留在新网站里。"
            / "A build replaces the whole output folder. What yuandi did not write it never deletes; with --adopt such files stay in the new site as they are.",
        wrong: "public/会议纪要.docx",
        right: "yuandi build --adopt",
    }
    foreign_in_the_way "O008" Error {
        message: "原有文件占了网站要用的位置：`{file}`" / "a file that yuandi did not write is in the way: `{file}`",
        help: ["请把它移走或改名，再生成一次" / "move it away or rename it, and build again"],
        about: "--adopt 会保留输出文件夹里原有的文件，但网站正好要在同一个位置写自己的文件。" / "With --adopt, files in the output folder are kept, but the site has a file or folder of its own for this very place.",
        wrong: "public/index.html（手工写的）",
        right: "public/old-index.html",
    }
    output_busy "O009" Error {
        message: "另一个程序正在往 `{path}` 生成网站（{holder}）" / "another run is writing `{path}` ({holder})",
        help: ["请等它结束后再生成一次" / "wait until it ends and build again"],
        about: "同一个输出文件夹同时只能由一个程序写。括号里是它的进程号、所在机器和开始时间；它一结束，锁就自动解开。"
            / "Only one run may write an output folder at a time. In brackets: its process, its machine and when it began; its lock ends with it.",
        wrong: "两个窗口同时运行 yuandi build",
        right: "一个结束后再运行另一个",
    }
    two_sites "O010" Error {
        message: "上次中断时留下的网站在 `{staging}`，而 `{path}` 又有了别的文件" / "an interrupted run left its site in `{staging}`, but `{path}` is taken",
        help: ["请把 `{path}` 移到别处，再生成一次" / "move `{path}` away and build again"],
        about: "上次在替换网站的一瞬间被中断，新旧两个网站都还完整。要把它放回去，但原来的位置已经有了别的文件，所以什么都没有动。"
            / "The last run was interrupted at the very moment of replacing the site; both sites are whole. Something else has taken their place since, so nothing was touched.",
        wrong: "中断后手工新建的 public",
        right: "（没有 public，等下一次生成来恢复）",
    }
    disk_inside_output "O011" Error {
        message: "输出文件夹里有另一块磁盘的文件：`{file}`" / "a file in the output folder is on a disk of its own: `{file}`",
        help: ["请卸下那块磁盘，或换一个输出文件夹" / "unmount that disk, or choose another output folder"],
        about: "新网站会整个换到输出文件夹的位置上，里面挂着的另一块磁盘就没有地方放了，所以什么都没有动。" / "The new site takes the place of the whole output folder, and the disk in it would lose its place, so nothing was touched.",
        wrong: "public/video 是另一块磁盘",
        right: "另一块磁盘放在 public 以外",
    }
    no_manifest "O051" Error {
        message: "这里没有生成好的网站（缺少 manifest.json）：`{path}`" / "no finished site here (manifest.json is missing): `{path}`",
        help: ["请指定生成的文件夹，例如 `public`" / "name the folder of a built site, such as `public`"],
        about: "每个生成好的网站都带一份 manifest.json，列出所有文件和校验值。没有它就无从核对。" / "Every finished site has a manifest.json that lists its files with their checksums. Without it there is nothing to compare with.",
        wrong: "yuandi verify content",
        right: "yuandi verify public",
    }
    bad_manifest "O052" Error {
        message: "文件清单已损坏，或不是本程序写的：`{path}`" / "this manifest is damaged, or not written by yuandi: `{path}`",
        help: ["请重新生成网站，或用备份恢复" / "build the site again, or take a backup"],
        about: "manifest.json 读不出来，无法判断网站里的文件是否完好。" / "The manifest.json cannot be made out, so nobody can tell whether the files of the site are whole.",
        wrong: "被截断的 public/manifest.json",
        right: "重新生成的 public/manifest.json",
    }
    output_changed "O053" Error {
        message: "这个文件和生成时不一样：`{path}`" / "this file is not as it was built: `{path}`",
        help: ["请修改原稿并重新生成，直接改网页会在下次生成时被覆盖" / "edit the source and build again: the next build overwrites this"],
        about: "文件的内容和 manifest.json 里的校验值对不上：有人改过它，或者拷贝、上传时出了错。" / "The content does not fit the checksum in manifest.json: somebody edited it, or a copy or an upload went wrong.",
        wrong: "手工改过的 public/index.html",
        right: "重新生成的 public/index.html",
    }
    output_missing "O054" Error {
        message: "少了这个文件：`{path}`" / "this file is missing: `{path}`",
        help: ["请重新生成，或重新拷贝整个网站" / "build again, or copy the whole site again"],
        about: "manifest.json 列出了这个文件，但网站里没有它：它被删除了，或者拷贝、上传没有完成。" / "manifest.json lists this file, but the site does not have it: it was deleted, or a copy or an upload did not finish.",
        wrong: "没有 public/404.html",
        right: "重新生成的 public/404.html",
    }
    output_extra "O055" Error {
        message: "多了这个文件，它不在清单里：`{path}`" / "this file is not on the list: `{path}`",
        help: ["请确认它是否应当公开，不需要就移走" / "check whether it is meant to be public, and move it away if not"],
        about: "网站里有一个 manifest.json 没有列出的文件。它不是生成网站时写的，发布出去可能是误会。" / "The site has a file that manifest.json does not list. It was not written by the build, and publishing it may be a mistake.",
        wrong: "public/名单.xlsx",
        right: "（没有这个文件）",
    }
    output_unreadable "O056" Error {
        message: "读不到 `{path}`：{why}" / "cannot read `{path}`: {why}",
        help: ["请检查权限和磁盘" / "check whether you may read it, and the disk"],
        about: "这个文件读不出来，所以无法核对。" / "This file cannot be read, so it could not be compared.",
        wrong: "没有读取权限的 public/index.html",
        right: "可以读取的 public/index.html",
    }
    disk_full "O101" Error {
        message: "磁盘空间不够：`{path}`" / "the disk is full: `{path}`",
        help: ["请腾出空间再生成一次；原来的网站没有动" / "make room and build again; the site is as it was"],
        about: "新网站先完整写在旧网站旁边，所以需要放得下两份的空间。空间不够时，写了一半的会被删除，旧网站保持原样。"
            / "A new site is first written beside the old one, so there must be room for both. If there is not, what was begun is removed and the old site stays.",
        wrong: "剩余空间 1 MB",
        right: "剩余空间是网站大小的两倍以上",
    }
    not_permitted "O102" Error {
        message: "用户 {user} 没有权限写 `{path}`：{why}" / "user {user} may not write `{path}`: {why}",
        help: ["请换一个文件夹，或请管理员给上一级文件夹的写权限" / "choose another folder, or ask for the right to write in the one above"],
        about: "新网站先写在输出文件夹旁边，所以上一级文件夹也要能写。只读的磁盘和受保护的文件夹不行。原来的网站没有动。"
            / "A new site is first written beside the output folder, so the folder above must be writable too. The old site is as it was.",
        wrong: "yuandi build --out /usr/public",
        right: "yuandi build --out ~/public",
    }
    too_many_open_files "O103" Error {
        message: "系统不允许再打开更多文件：`{path}`" / "the system does not let us open any more files: `{path}`",
        help: ["请关闭一些程序，或减少 --jobs" / "close some programs, or lower --jobs"],
        about: "同时打开的文件数有上限。yuandi 每个线程只开几个文件，多半是别的程序占用了。" / "The number of open files is limited. yuandi opens only a few per thread, so other programs probably hold the rest.",
        wrong: "ulimit -n 16",
        right: "ulimit -n 1024",
    }
    disk_trouble "O104" Error {
        message: "读写出错 `{path}`：{why}" / "trouble with the disk at `{path}`: {why}",
        help: ["请检查磁盘再生成一次；原来的网站没有动" / "check the disk and build again; the site is as it was"],
        about: "系统报告读写失败。磁盘没有确认保存的内容不会被当成已保存，所以网站没有替换。" / "The system reports that reading or writing failed. What the disk did not confirm is not taken as saved, so the site was not replaced.",
        wrong: "拔掉了一半的 U 盘",
        right: "插好的 U 盘",
    }
    stopped "O105" Error {
        message: "已按要求停止，原来的网站没有动" / "stopped as asked; the site is as it was",
        help: ["需要时再生成一次" / "build again when you are ready"],
        about: "按了 Ctrl-C，或系统要求结束。写了一半的新网站已经删除。" / "Ctrl-C was pressed, or the system asked to end. What was begun of the new site has been removed.",
        wrong: "在生成时按 Ctrl-C",
        right: "等生成结束",
    }
    old_site_left "O106" Warning {
        message: "旧网站没有完全删除，留在 `{path}`" / "part of the old site could not be removed and is left in `{path}`",
        help: ["新网站已经完整；请看看那里有没有自己的文件，再手工删除" / "the new site is whole; look for files of yours there, then remove it"],
        about: "新网站已经换好，只是旧网站的一部分删不掉，或者里面有刚放进去的文件、又和新网站的文件重名。下一次生成会再试。"
            / "The new site is in place, but part of the old one could not be removed, or holds a file put there during the build whose name the new site needs. The next build tries again.",
        wrong: "生成时往 public 里放文件",
        right: "生成结束后再放文件",
    }
}
