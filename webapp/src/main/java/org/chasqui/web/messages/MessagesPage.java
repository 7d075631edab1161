package org.chasqui.web.messages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chasqui.campaigns.campaigns.Campaign;
import org.chasqui.campaigns.campaigns.Campaigns;
import org.chasqui.messaging.messages.MessageFilter;
import org.chasqui.messaging.messages.MessageView;
import org.chasqui.messaging.messages.Messages;
import org.chasqui.messaging.messages.Milestone;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Formats;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The table of messages. All that it shows is in its address, so that a link shows the same to a colleague. */
@Named
@RequestScoped
public class MessagesPage {
    private static final Texts TEXTS = Texts.of("messages");
    private static final int ROWS = 25;
    private static final long COUNTED_UP_TO = 10_000;
    private static final int MOST_CAMPAIGNS = 100;

    @Inject
    CurrentUser me;

    @Inject
    MessagesAddress address;

    @Inject
    Shell shell;

    @Inject
    Messages messages;

    @Inject
    Campaigns campaigns;

    @Inject
    Formats formats;

    private @Nullable List<MessageView> found;
    private @Nullable List<MessageRow> rows;
    private @Nullable Long count;
    private @Nullable List<Choice> campaignChoices;

    /** One row more than shown is asked for: it tells whether there is an older page. */
    private List<MessageView> found() {
        var known = found;
        if (known == null) {
            known = messages.list(
                    me.workspaceId(), filter(), ROWS + 1, getQuery().before());
            found = known;
        }
        return known;
    }

    private AskedMessages asked() {
        return new AskedMessages(getQuery(), formats);
    }

    private MessageFilter filter() {
        return asked().filter();
    }

    public List<MessageRow> getRows() {
        var known = rows;
        if (known == null) {
            known = found().stream()
                    .limit(ROWS)
                    .map(message -> MessageRow.of(message, shell))
                    .toList();
            rows = known;
        }
        return known;
    }

    public MessageQuery getQuery() {
        return address.getQuery();
    }

    /** How many messages the filter finds, in words. */
    public String getCountText() {
        var known = count();
        var shown = known >= COUNTED_UP_TO ? Formats.count(COUNTED_UP_TO) + "+" : Formats.count(known);
        return TEXTS.get(getQuery().isFiltered() ? "count.filtered" : "count.all", known, shown);
    }

    private long count() {
        var known = count;
        if (known == null) {
            known = messages.count(me.workspaceId(), filter(), COUNTED_UP_TO);
            count = known;
        }
        return known;
    }

    /** Which rows these are, for example {@code 51–100}. */
    public String getSpan() {
        var first = (long) (getQuery().page() - 1) * ROWS + 1;
        return Formats.count(first) + "–" + Formats.count(first + getRows().size() - 1);
    }

    public boolean isOlder() {
        return found().size() > ROWS;
    }

    /** The query of the next page. */
    public String getOlderQuery() {
        UUID last = found().get(ROWS - 1).id();
        return getQuery()
                .with(Map.of(
                        "before",
                        last.toString(),
                        "page",
                        Integer.toString(getQuery().page() + 1)));
    }

    /** The query of the first page. */
    public String getNewestQuery() {
        return getQuery().without("before", "page");
    }

    public List<Tab> getTabs() {
        var tabs = new ArrayList<Tab>();
        for (var kind : Tab.Kind.values()) {
            tabs.add(new Tab(kind, getQuery()));
        }
        return tabs;
    }

    /** Filters that have no field on the page and come from the links of other pages. */
    public List<Pin> getPinned() {
        var query = getQuery();
        var pins = new ArrayList<Pin>();
        addPin(pins, "category", query.getCategory(), UnaryOperator.identity());
        addPin(pins, "template", query.getTemplate(), UnaryOperator.identity());
        addPin(pins, "code", query.getCode(), UnaryOperator.identity());
        addPin(pins, "market", query.getMarket(), Figures::marketText);
        addPin(pins, "price", query.getPrice(), Figures::priceText);
        addPin(pins, "took", query.getTook(), Figures::tookText);
        addPin(pins, "happened", query.getHappened(), asked()::happened);
        return pins;
    }

    private static void addPin(List<Pin> pins, String name, @Nullable String value, UnaryOperator<String> words) {
        if (value != null) {
            pins.add(new Pin(name, TEXTS.get("filter." + name), value, words.apply(value)));
        }
    }

    public List<Choice> getNumberChoices() {
        return Choice.list(
                TEXTS.get("filter.any"),
                shell.getNumbers().stream()
                        .map(number -> new Choice(number.getId(), number.getName()))
                        .toList(),
                getQuery().getNumber(),
                several -> TEXTS.get("filter.numbers", several.split(",").length));
    }

    /** The newest campaigns, and the one that is chosen. */
    public List<Choice> getCampaignChoices() {
        var known = campaignChoices;
        if (known == null) {
            known = Choice.list(
                    TEXTS.get("filter.any"),
                    campaigns.list(me.workspaceId(), null, null, MOST_CAMPAIGNS, null).stream()
                            .map(campaign -> new Choice(campaign.id().toString(), campaign.name()))
                            .toList(),
                    getQuery().getCampaign(),
                    this::campaignName);
            campaignChoices = known;
        }
        return known;
    }

    private String campaignName(String chosen) {
        var id = asked().campaign();
        return id == null
                ? chosen
                : campaigns.find(me.workspaceId(), id).map(Campaign::name).orElse(chosen);
    }

    public List<Choice> getStatusChoices() {
        var known = List.of(
                "queued,sending",
                "accepted,sent",
                "delivered",
                "read,played",
                "delivered,read,played",
                "failed",
                "uncertain",
                "expired",
                "cancelled",
                "received");
        return Choice.list(
                TEXTS.get("filter.any"),
                known.stream()
                        .map(value -> new Choice(value, AskedMessages.statusWords(value)))
                        .toList(),
                getQuery().getStatus(),
                AskedMessages::statusWords);
    }

    public List<Choice> getReachedChoices() {
        return Choice.list(
                TEXTS.get("filter.any"),
                Arrays.stream(Milestone.values())
                        .map(step -> new Choice(step.wireName(), TEXTS.get("reached." + step.wireName())))
                        .toList(),
                getQuery().getReached(),
                UnaryOperator.identity());
    }

    public List<Choice> getTypeChoices() {
        var known = List.of(
                "text",
                "template",
                "image",
                "audio",
                "video",
                "document",
                "location",
                "interactive",
                "button",
                "reaction",
                "contacts",
                "sticker",
                "order",
                "system",
                "edit",
                "revoke",
                "unsupported");
        return Choice.list(
                TEXTS.get("filter.any"),
                known.stream()
                        .map(type -> new Choice(type, TEXTS.get("type." + type)))
                        .toList(),
                getQuery().getType(),
                String::toString);
    }

    public List<Choice> getDirectionChoices() {
        return Choice.list(
                TEXTS.get("filter.both"),
                List.of(
                        new Choice("outbound", TEXTS.get("direction.outbound")),
                        new Choice("inbound", TEXTS.get("direction.inbound"))),
                getQuery().getDirection(),
                String::toString);
    }

    public List<Choice> getTimeChoices() {
        var known = List.of("1h", "today", "24h", "7d", "30d");
        return Choice.list(
                TEXTS.get("filter.everTime"),
                known.stream()
                        .map(span -> new Choice(span, TEXTS.get("since." + span)))
                        .toList(),
                getQuery().getSince(),
                since -> asked().span());
    }

    /** The curl that sends a first text, for the empty page. */
    public String getFirstCurl() {
        return Curl.firstTemplate(shell);
    }
}
