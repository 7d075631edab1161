package org.chasqui.web.botmaker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.api.botmaker.subscriptions.Switches;

/** The switches of a webhook by the names of their fields, in the order of seed 002. */
final class SwitchFields {
    private final Map<String, Boolean> switches = new LinkedHashMap<>();

    private SwitchFields() {}

    static SwitchFields of(Switches known) {
        var fields = new SwitchFields();
        fields.switches.put("bot", known.bot());
        fields.switches.put("user", known.user());
        fields.switches.put("agent", known.agent());
        fields.switches.put("status", known.status());
        fields.switches.put("templateStatus", known.templateStatusOnly());
        fields.switches.put("events", known.events());
        fields.switches.put("variables", known.variableChanges());
        return fields;
    }

    /** By name; a form writes into it. */
    Map<String, Boolean> values() {
        return switches;
    }

    /** Those that are on. */
    List<String> names() {
        var names = new ArrayList<String>();
        switches.forEach((name, isOn) -> {
            if (isOn) {
                names.add(name);
            }
        });
        return names;
    }

    Switches switches() {
        return new Switches(
                isOn("bot"),
                isOn("user"),
                isOn("agent"),
                isOn("status"),
                isOn("templateStatus"),
                isOn("events"),
                isOn("variables"));
    }

    private boolean isOn(String name) {
        return Boolean.TRUE.equals(switches.get(name));
    }
}
