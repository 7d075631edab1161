package org.chasqui.web.overview;

/** Something that a person should look at. */
public final class Need {
    private final String icon;
    private final String colour;
    private final String title;
    private final String detail;
    private final String href;
    private final String action;

    Need(Look look, String title, String detail, String href, String action) {
        this.icon = look.icon();
        this.colour = look.colour();
        this.title = title;
        this.detail = detail;
        this.href = href;
        this.action = action;
    }

    /** Icon and colour: red has stopped or failed, amber is soon or by hand, violet wants a person. */
    enum Look {
        FAILED("circle-x", "red"),
        UNCERTAIN("circle-help", "violet"),
        HELD("octagon-pause", "amber"),
        QUALITY("triangle-alert", "amber"),
        WEBHOOK("webhook", "red"),
        KEY("key-round", "blue");

        private final String icon;
        private final String colour;

        Look(String icon, String colour) {
            this.icon = icon;
            this.colour = colour;
        }

        String icon() {
            return icon;
        }

        String colour() {
            return colour;
        }
    }

    public String getIcon() {
        return icon;
    }

    public String getColour() {
        return colour;
    }

    public String getTitle() {
        return title;
    }

    public String getDetail() {
        return detail;
    }

    public String getHref() {
        return href;
    }

    public String getAction() {
        return action;
    }
}
