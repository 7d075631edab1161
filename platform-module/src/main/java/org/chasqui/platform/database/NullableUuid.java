package org.chasqui.platform.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For columns of the type {@code uuid} that may be null: EclipseLink's own conversion fails on the null when it reads
 * one. Writing it is the matter of {@link PostgreSql}.
 */
@Converter
public class NullableUuid implements AttributeConverter<UUID, Object> {
    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable UUID id) {
        return id;
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
        return (UUID) column;
    }
}
