package org.chasqui.platform.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.chasqui.platform.config.StartRefused;
import org.chasqui.platform.secrets.Keyring;
import org.chasqui.platform.secrets.SecretBox;
import org.chasqui.platform.secrets.SecretUnreadable;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that this node holds the encryption key that the database was written with. A node with another key would
 * start happily, fail to read every token, and write tokens that the other nodes cannot read.
 */
@ApplicationScoped
class SharedKey {
    private static final String NAME = "encryption-key-check";
    private static final String WORDS = "the relay holds";
    private static final SecretBox.Place PLACE = new SecretBox.Place("plt_fact", "value", new UUID(0, 0));
    private static final String ADD = "insert into plt_fact (name, value) values (?, ?) on conflict (name) do nothing";
    private static final String READ = "select value from plt_fact where name = ?";
    private static final String RENEW = "update plt_fact set value = ? where name = ?";

    @Inject
    DataSource dataSource;

    @Inject
    Keyring keyring;

    void check() {
        var box = keyring.box();
        try (var connection = dataSource.getConnection()) {
            run(connection, ADD, NAME, box.seal(WORDS, PLACE));
            var sealed = read(connection);
            if (sealed == null) {
                throw new IllegalStateException("A fact that was just written is not there");
            }
            box.open(sealed, PLACE);
            if (box.isOutdated(sealed)) {
                run(connection, RENEW, box.seal(WORDS, PLACE), NAME);
            }
        } catch (SecretUnreadable otherKey) {
            throw new StartRefused("The encryption key of this node is not the one that the database was written with."
                    + " Set chasqui.encryption-key to the same value on all nodes (in the sandbox it is in the file"
                    + " encryption-key of the first node's data folder); after a change of the key, give the old one"
                    + " as chasqui.encryption-key-previous.");
        } catch (SQLException failed) {
            throw new IllegalStateException("The encryption key could not be checked", failed);
        }
    }

    private static @Nullable String read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            statement.setString(1, NAME);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static void run(Connection connection, String sql, String first, String second) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, first);
            statement.setString(2, second);
            statement.executeUpdate();
        }
    }
}
