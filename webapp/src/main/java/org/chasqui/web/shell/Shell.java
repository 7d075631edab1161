package org.chasqui.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chasqui.platform.accounts.PhoneNumbers;
import org.chasqui.platform.config.Settings;
import org.chasqui.platform.graph.GraphConfig;
import org.chasqui.platform.users.WorkspaceView;
import org.chasqui.platform.users.Workspaces;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The menu and the top bar. */
@Named
@RequestScoped
public class Shell {
    private static final Texts TEXTS = Texts.of("shell");

    @Inject
    CurrentUser me;

    @Inject
    Workspaces workspaces;

    @Inject
    PhoneNumbers phoneNumbers;

    @Inject
    GraphConfig graph;

    @Inject
    Settings settings;

    private @Nullable List<NumberTag> numbers;
    private @Nullable String workspaceName;

    /** The pages that exist, in groups; a group without a title stands on top. */
    public List<MenuGroup> getMenu() {
        var connect = new ArrayList<MenuItem>();
        if (me.isMayManageAccounts()) {
            connect.add(item("connect.page", "link", "/console/connect.xhtml"));
        }
        connect.add(item("numbers", "signal-high", "/console/numbers.xhtml"));
        if (me.isMayManageKeys()) {
            connect.add(item("keys", "key-round", "/console/keys.xhtml"));
        }
        connect.add(item("conformance", "shield-check", "/console/conformance.xhtml"));
        if (isSandbox()) {
            connect.add(item("phone", "smartphone", "/console/phone.xhtml"));
            connect.add(item("news", "zap", "/console/news.xhtml"));
        }
        var groups = new ArrayList<MenuGroup>();
        groups.add(new MenuGroup(
                null,
                List.of(
                        item("overview", "layout-dashboard", "/console/"),
                        item("inbox", "inbox", "/console/inbox.xhtml"))));
        groups.add(new MenuGroup(
                TEXTS.get("menu.send"),
                List.of(
                        item("messages", "send", "/console/messages.xhtml"),
                        item("templates", "file-text", "/console/templates.xhtml"),
                        item("campaigns", "megaphone", "/console/campaigns.xhtml"),
                        item("contacts", "users-round", "/console/contacts.xhtml"),
                        item("audiences", "list", "/console/audiences.xhtml"))));
        groups.add(new MenuGroup(
                TEXTS.get("menu.automate"),
                List.of(
                        item("bots", "bot", "/console/bots.xhtml"),
                        item("webhooks", "webhook", "/console/webhooks.xhtml"))));
        groups.add(new MenuGroup(
                TEXTS.get("menu.measure"),
                List.of(
                        item("analytics", "chart-column", "/console/analytics.xhtml"),
                        item("costs", "credit-card", "/console/costs.xhtml"))));
        groups.add(new MenuGroup(TEXTS.get("menu.connect"), connect));
        return groups;
    }

    private static MenuItem item(String page, String icon, String href) {
        return new MenuItem(page, icon, href, TEXTS.get("menu." + page));
    }

    /** The key of live hints: whoever has a page of this workspace open gets them. */
    public String getWorkspaceId() {
        return me.workspaceId().toString();
    }

    public String getWorkspaceName() {
        var name = workspaceName;
        if (name == null) {
            name = workspaces.byId(me.workspaceId()).map(WorkspaceView::name).orElse("");
            workspaceName = name;
        }
        return name;
    }

    public String getWorkspaceInitials() {
        return Formats.initials(getWorkspaceName());
    }

    public List<NumberTag> getNumbers() {
        var known = numbers;
        if (known == null) {
            known = phoneNumbers.list(me.workspaceId()).stream()
                    .map(NumberTag::new)
                    .toList();
            numbers = known;
        }
        return known;
    }

    /** A number by our id; empty for one that is not of this workspace, or is connected no more. */
    public Optional<NumberTag> number(UUID id) {
        return getNumbers().stream()
                .filter(number -> number.getOurId().equals(id.toString()))
                .findFirst();
    }

    public String getNumbersLabel() {
        return TEXTS.get("numbers.some", getNumbers().size());
    }

    /** How others reach this server, without a trailing slash. */
    public String getPublicUrl() {
        return settings.publicUrl();
    }

    /** Whether the built-in sandbox plays Meta. */
    public boolean isSandbox() {
        return graph.isSandbox();
    }
}
