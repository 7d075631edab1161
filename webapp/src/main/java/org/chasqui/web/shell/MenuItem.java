package org.chasqui.web.shell;

/** An entry of the side menu. */
public final class MenuItem {
    private final String page;
    private final String icon;
    private final String href;
    private final String title;

    MenuItem(String page, String icon, String href, String title) {
        this.page = page;
        this.icon = icon;
        this.href = href;
        this.title = title;
    }

    public String getPage() {
        return page;
    }

    public String getIcon() {
        return icon;
    }

    public String getHref() {
        return href;
    }

    public String getTitle() {
        return title;
    }
}
