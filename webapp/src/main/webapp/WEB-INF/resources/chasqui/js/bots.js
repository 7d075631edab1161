/* What the pages of bots need from a script: rules in another order, hours that are painted, keywords as chips. */
(() => {
    "use strict";
    const $ = (selector, from = document) => from.querySelector(selector);
    const all = (selector, from = document) => [...from.querySelectorAll(selector)];

    // Rules: the grip is dragged, or moves its row with the arrow keys. The server hears the whole order when it is done.
    const body = () => $("table.rules tbody");
    const movable = () => all("tr[data-rule]", body());
    const order = () => movable().map(row => row.dataset.rule).join(",");
    let before = "";
    let wanted = "";
    let dragged = null;
    let later = 0;

    function number() {
        movable().forEach((row, at) => { $("[data-place]", row).textContent = at + 1; });
    }
    function say(row) {
        const box = $("#orderSaid");
        box.textContent = box.dataset.text.replace("{0}", row.dataset.name).replace("{1}", movable().indexOf(row) + 1).replace("{2}", movable().length);
    }
    function tell() {
        const changed = before && wanted !== before;
        before = "";
        if (changed) window.chasquiOrder([{ name: "order", value: wanted }]);
    }
    function move(row, up) {
        const rows = movable();
        const other = rows[rows.indexOf(row) + (up ? -1 : 1)];
        if (!other) return;
        before ||= order();
        if (up) other.before(row); else other.after(row);
        number();
        say(row);
        $("[data-grip]", row).focus();
        // Several steps are one wish. It is kept apart: the table may be drawn anew until it is told.
        wanted = order();
        clearTimeout(later);
        later = setTimeout(tell, 600);
    }
    document.addEventListener("keydown", event => {
        const grip = event.target.closest?.("[data-grip]");
        if (!grip || !/^Arrow(Up|Down)$/.test(event.key)) return;
        event.preventDefault();
        move(grip.closest("tr"), event.key === "ArrowUp");
    });
    document.addEventListener("pointerdown", event => {
        const grip = event.target.closest?.("[data-grip]");
        if (!grip || event.button !== 0) return;
        event.preventDefault();
        grip.focus();
        before ||= order();
        clearTimeout(later);
        dragged = grip.closest("tr");
        dragged.classList.add("is-dragged");
        grip.setPointerCapture(event.pointerId);
    });
    document.addEventListener("pointermove", event => {
        if (!dragged) return;
        // The answer to an earlier wish has drawn the table anew under the finger.
        if (!dragged.isConnected) { dragged = null; return; }
        const at = movable().find(row => row !== dragged && inside(row.getBoundingClientRect(), event.clientY));
        if (!at) return;
        const box = at.getBoundingClientRect();
        const upper = event.clientY < box.top + box.height / 2;
        const isAbove = Boolean(dragged.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING);
        // Only past the middle: a low row and a high one would otherwise change places for ever.
        if (isAbove !== upper) return;
        // The others make way: what is taken out of the page and put back would let go of the finger.
        let other;
        do {
            other = isAbove ? dragged.previousElementSibling : dragged.nextElementSibling;
            if (isAbove) dragged.after(other); else dragged.before(other);
        } while (other !== at);
        number();
    });
    const inside = (box, y) => y >= box.top && y <= box.bottom;
    function drop() {
        if (!dragged?.isConnected) return;
        dragged.classList.remove("is-dragged");
        say(dragged);
        dragged = null;
        wanted = order();
        tell();
    }
    ["pointerup", "pointercancel"].forEach(end => document.addEventListener(end, drop));

    // Hours: the fields are what counts, the grid shows them. Dragging along it sets the hours, a click a day.
    const DAY = 1440;
    const days = () => all("[data-day]");
    const isOn = day => $("input", day).checked;
    const ends = () => all("[data-hours]");
    const clock = hour => `${String(hour).padStart(2, "0")}:00`;
    /** Minutes of the day; null for "always" and for what is no time. */
    function minutes(text) {
        const [, hours, rest] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) || [];
        return hours === undefined ? null : Number(hours) * 60 + Number(rest);
    }
    function draw() {
        const [from, to] = ends().map(end => minutes(end.value));
        const isWhole = from === null || to === null || from % DAY === to % DAY;
        const isOver = !isWhole && to < from && to > 0;
        const until = to === 0 ? DAY : to;
        days().forEach((day, at) => {
            const spans = [];
            if (isOn(day)) spans.push(isWhole ? [0, DAY] : [from, isOver ? DAY : until]);
            // What began yesterday goes on past midnight.
            if (isOver && isOn(days()[(at + 6) % 7])) spans.push([0, to]);
            all("i", day).forEach((cell, hour) => {
                const lit = spans.map(span => span.map(minute => Math.min(60, Math.max(0, minute - hour * 60)))).filter(span => span[1] > span[0]);
                cell.style.setProperty("--from", `${(lit.length ? Math.min(...lit.map(span => span[0])) : 0) / 0.6}%`);
                cell.style.setProperty("--to", `${(lit.length ? Math.max(...lit.map(span => span[1])) : 0) / 0.6}%`);
            });
        });
    }
    let painted = null;
    const hourAt = event => {
        const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest(".day-hours > i");
        return cell && { day: cell.closest("[data-day]"), hour: [...cell.parentElement.children].indexOf(cell) };
    };
    document.addEventListener("pointerdown", event => {
        const at = event.target.closest?.(".day-hours > i") && hourAt(event);
        if (!at || event.button !== 0 || $("input", at.day).disabled) return;
        event.preventDefault();
        painted = { from: at.hour, day: at.day, moved: false };
    });
    document.addEventListener("pointermove", event => {
        const at = painted && hourAt(event);
        if (!at || (!painted.moved && at.hour === painted.from && at.day === painted.day)) return;
        painted.moved = true;
        const [from, to] = ends();
        from.value = clock(Math.min(painted.from, at.hour));
        to.value = clock(Math.max(painted.from, at.hour) + 1);
        [painted.day, at.day].forEach(day => { $("input", day).checked = true; });
        draw();
    });
    ["pointerup", "pointercancel"].forEach(end => document.addEventListener(end, () => {
        if (painted && !painted.moved) $("input", painted.day).checked = !isOn(painted.day);
        painted = null;
        if ($("[data-day]")) draw();
    }));
    document.addEventListener("input", event => { if (event.target.closest("[data-week]")) draw(); });

    // A rule is switched where it stands.
    document.addEventListener("change", event => {
        const rule = event.target.dataset?.ruleSwitch;
        if (rule) window.chasquiSwitch([{ name: "rule", value: rule }, { name: "on", value: event.target.checked }]);
    });

    // Keywords: the hidden field holds a line for each; the chips are drawn from it.
    function chips(box) {
        const store = $("textarea", box);
        const write = $("input[type=text]", box);
        const words = () => store.value.split("\n").filter(Boolean);
        function set(list) {
            store.value = list.join("\n");
            render();
            // What follows the keys of a draft follows these as well.
            store.dispatchEvent(new Event("input", { bubbles: true }));
        }
        function take() {
            // A pattern may well have a comma in it.
            const added = (box.dataset.whole ? [write.value] : write.value.split(/[,\n]/)).map(word => word.trim()).filter(Boolean);
            write.value = "";
            if (added.length) set([...new Set([...words(), ...added])]);
        }
        function render() {
            all(".chip-word", box).forEach(chip => chip.remove());
            words().forEach((word, at) => {
                const chip = $("template", box).content.firstElementChild.cloneNode(true);
                $("span", chip).textContent = word;
                const button = $("button", chip);
                button.setAttribute("aria-label", button.dataset.label.replace("{0}", word));
                button.addEventListener("click", () => { set(words().filter((_, other) => other !== at)); write.focus(); });
                write.before(chip);
            });
        }
        write.addEventListener("keydown", event => {
            // The Enter that ends a word of an input method is not ours.
            if (event.isComposing) return;
            if (event.key === "Enter" || (event.key === "," && !box.dataset.whole)) {
                if (event.key === "Enter" || write.value.trim()) event.preventDefault();
                take();
            }
            if (event.key === "Backspace" && !write.value && words().length) set(words().slice(0, -1));
        });
        write.addEventListener("blur", take);
        // A program and a paste of several lines both end up as chips.
        write.addEventListener("paste", () => setTimeout(take));
        box.addEventListener("click", event => { if (event.target === box) write.focus(); });
        render();
    }
    function begin(from = document) {
        all("[data-chips]:not([data-begun])", from).forEach(box => { box.dataset.begun = "yes"; chips(box); });
        if ($("[data-day]")) draw();
    }
    // What the server has drawn anew wants its chips and its hours again.
    document.addEventListener("DOMContentLoaded", () => {
        begin();
        window.jQuery?.(document).on("pfAjaxComplete", () => begin());
    });
})();
