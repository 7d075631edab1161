package org.chasqui.platform.database;

import java.sql.Types;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;

/**
 * Binds a null without a type, so that PostgreSQL takes the one of the column. EclipseLink on its own binds the null of a
 * {@link java.util.UUID} as text, which a column of the type {@code uuid} refuses. Named in each persistence.xml.
 */
public class PostgreSql extends PostgreSQLPlatform {
    @Override
    public int getJDBCTypeForSetNull(DatabaseField field) {
        return Types.NULL;
    }
}
