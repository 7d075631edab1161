package org.chasqui.platform.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings as an operator would give them; {@link #fromSandbox} adds some with the rank of the sandbox's. */
public final class GivenConfig implements Config {
    private final Map<String, Value> values = new HashMap<>();

    public GivenConfig(Map<String, String> operator) {
        operator.forEach((key, value) -> values.put(key, new Value(key, value, 300)));
    }

    public GivenConfig fromSandbox(String key, String value) {
        values.putIfAbsent(key, new Value(key, value, 50));
        return this;
    }

    @Override
    public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key))
                .map(Value::getValue)
                .filter(text -> !text.isEmpty())
                .map(type::cast);
    }

    @Override
    public ConfigValue getConfigValue(String key) {
        return values.getOrDefault(key, new Value(key, null, 0));
    }

    @Override
    public <T> T getValue(String key, Class<T> type) {
        return getOptionalValue(key, type).orElseThrow();
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new IllegalArgumentException("There is nothing inside");
    }

    private record Value(String name, String value, int ordinal) implements ConfigValue {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getValue() {
            return value;
        }

        @Override
        public String getRawValue() {
            return value;
        }

        @Override
        public String getSourceName() {
            return "given";
        }

        @Override
        public int getSourceOrdinal() {
            return ordinal;
        }
    }
}
