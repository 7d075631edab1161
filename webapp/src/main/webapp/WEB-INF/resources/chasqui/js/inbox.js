/* The inbox: the thread stays at its end, files are uploaded as they are chosen, answers and reactions know their message. */
(() => {
    "use strict";
    const $ = (selector, from = document) => from.querySelector(selector);
    const AGAIN = 2000;
    // Meta shows the sign for 25 seconds.
    const TYPING = 20000;
    const told = new Set();
    const taken = new Set();
    let atEnd = true;
    let uploads = 0;
    let typed = 0;
    let heard;
    let tapped = "";

    const scroll = () => $("#scroll");
    const field = name => document.getElementById("composer:" + name);
    function toEnd() {
        const box = scroll();
        if (box && atEnd) box.scrollTop = box.scrollHeight;
    }

    /** What the server has drawn may want something: to be marked as read, or to be looked at again. */
    function looked() {
        toEnd();
        const mark = $("[data-mark-read]");
        if (mark && !document.hidden && window.chasquiReady() && !told.has(mark.dataset.markRead) && window.chasquiRead) {
            told.add(mark.dataset.markRead);
            window.chasquiRead();
        }
        tell();
        if ($("[data-media-pending]")) setTimeout(() => window.chasquiHint(), AGAIN);
        keepAnswer();
        hideTaken();
        showTapped();
    }
    /** A draft that is in the composer now is drawn anew with the thread until it is sent. */
    function hideTaken() {
        const draft = $("[data-draft]");
        if (draft && taken.has(draft.dataset.draft)) draft.hidden = true;
    }
    function take(draft) {
        const text = field("text");
        const words = $("[data-draft-text]", draft).textContent;
        text.value = text.value.trim() ? `${text.value.trimEnd()}\n${words}` : words;
        taken.add(draft.dataset.draft);
        hideTaken();
        text.focus();
    }
    function showTapped() {
        document.querySelectorAll(".bubble-row").forEach(row => row.classList.toggle("is-tapped", row.dataset.entry === tapped));
    }

    /** The whole thread is drawn anew: who cannot see it is told only what the person has written meanwhile. */
    function tell() {
        const last = [...document.querySelectorAll("#thread .bubble-row:not(.mine)")].at(-1);
        const id = last?.dataset.entry || "";
        if (heard !== undefined && id && id !== heard) {
            const { author, line } = $("[data-answer]", last)?.dataset || {};
            $("#heard").textContent = author ? `${author}: ${line}` : $(".bubble-text", last)?.textContent || "";
        }
        heard = id;
    }

    function answer(id, author, line) {
        field("reply").value = id;
        $("#replyBox").hidden = !id;
        $("[data-reply-author]").textContent = author;
        $("[data-reply-line]").textContent = line;
        field("text").focus();
    }
    /** A message that was deleted meanwhile cannot be answered. */
    function keepAnswer() {
        const id = field("reply")?.value;
        if (id && !$(`[data-answer="${CSS.escape(id)}"]`)) { field("reply").value = ""; $("#replyBox").hidden = true; }
    }

    function detach() {
        uploads++;
        hold(false);
        field("file").value = "";
        $("#fileBox").hidden = true;
        $("#attach").value = "";
        const picture = $(".composer-picture");
        picture.hidden = true;
        picture.removeAttribute("src");
    }

    /** Nothing is sent while its file is still on the way. */
    const hold = on => { document.getElementById("composer:send").disabled = on; };

    async function upload(file) {
        if (!file) return;
        const address = $("#attach").dataset.upload;
        const box = $(".composer");
        const mine = ++uploads;
        const name = $("[data-file-name]");
        field("file").value = "";
        $(".composer-picture").hidden = true;
        name.textContent = box.dataset.uploading.replace("{0}", file.name);
        $("#fileBox").hidden = false;
        $("#fileBox").classList.remove("is-bad");
        hold(true);
        let kept;
        try {
            const answer = await fetch(`${address}?name=${encodeURIComponent(file.name)}`, {
                method: "POST", body: file, headers: { "X-Chasqui": "upload", "Content-Type": file.type || "application/octet-stream" },
            });
            kept = await answer.json();
        } catch {
            kept = { error: box.dataset.failed };
        }
        if (mine !== uploads) return;
        hold(false);
        $("#fileBox").classList.toggle("is-bad", !!kept.error);
        name.textContent = kept.error || file.name;
        if (kept.error) return;
        field("file").value = kept.id;
        if (kept.shown && kept.mime.startsWith("image/")) {
            const picture = $(".composer-picture");
            picture.src = `${address}?id=${kept.id}`;
            picture.hidden = false;
        }
        field("text").focus();
    }

    window.chasquiSent = args => {
        if (!args || !args.sent) return;
        atEnd = true;
        typed = 0;
        field("text").value = "";
        answer("", "", "");
        detach();
        toEnd();
    };
    /** What is written for one template would be lost when the fields of another one come. */
    window.chasquiChoosing = on => {
        document.querySelectorAll("#template\\:fields input").forEach(input => { input.disabled = on; });
    };
    window.chasquiTemplateSent = args => {
        if (!args || !args.sent) return;
        document.getElementById("templateDialog").close();
        atEnd = true;
        toEnd();
    };

    document.addEventListener("click", event => {
        // Fingers do not hover: a tap on a message shows what can be done with it.
        tapped = event.target.closest("a, button, audio, video") ? "" : event.target.closest(".bubble-row")?.dataset.entry || "";
        showTapped();
        const target = event.target.closest("button");
        if (!target) return;
        const data = target.dataset;
        if (data.answer) answer(data.answer, data.author, data.line);
        if ("answerNone" in data) answer("", "", "");
        if ("detach" in data) detach();
        if ("draftUse" in data) take(target.closest("[data-draft]"));
        if ("draftDiscard" in data) window.chasquiDiscard();
        if (data.react) window.chasquiReact([{ name: "message", value: data.message }, { name: "emoji", value: data.react }]);
        if (data.template) {
            const which = document.getElementById("template:which");
            // At once: the call that the change makes may have to wait for another one.
            if (which.value !== data.template) window.chasquiChoosing(true);
            which.value = data.template;
            which.dispatchEvent(new Event("change", { bubbles: true }));
        }
    });
    document.addEventListener("change", event => { if (event.target.id === "attach") upload(event.target.files[0]); });
    // A picture from the clipboard, or a file dropped on the conversation.
    document.addEventListener("paste", event => {
        const file = event.target.matches?.("[data-enter]") && event.clipboardData.files[0];
        if (file) { event.preventDefault(); upload(file); }
    });
    const over = event => event.target.closest?.(".inbox-talk") && field("text") && event.dataTransfer.types.includes("Files");
    document.addEventListener("dragover", event => { if (over(event)) event.preventDefault(); });
    document.addEventListener("drop", event => {
        if (!over(event)) return;
        event.preventDefault();
        if ($("[data-window=open]")) upload(event.dataTransfer.files[0]);
    });
    document.addEventListener("input", event => {
        if (!event.target.matches?.("[data-enter]") || !event.target.value.trim()) return;
        if (Date.now() - typed < TYPING || !window.chasquiReady()) return;
        typed = Date.now();
        window.chasquiTyping();
    });
    document.addEventListener("keydown", event => {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.matches?.("[data-enter]")) {
            event.preventDefault();
            document.getElementById("composer:send").click();
        }
    });
    document.addEventListener("visibilitychange", () => { if (!document.hidden && scroll()) looked(); });
    window.addEventListener("load", () => {
        const box = scroll();
        if (!box) return;
        box.addEventListener("scroll", () => { atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 60; }, { passive: true });
        box.addEventListener("load", toEnd, true);
        new MutationObserver(looked).observe(box, { childList: true, subtree: true });
        // Behind PrimeFaces in the line of those who wait for the document: then forms have their nonce.
        window.jQuery(looked);
    });
})();
