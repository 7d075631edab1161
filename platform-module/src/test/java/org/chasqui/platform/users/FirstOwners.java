package org.chasqui.platform.users;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.chasqui.platform.ids.Ids;

/** Makes a {@link FirstOwner} outside of the container. */
public final class FirstOwners {
    private FirstOwners() {}

    public static FirstOwner over(EntityManager entities) {
        var store = new UserStore();
        store.entities = entities;
        var owner = new FirstOwner();
        owner.store = store;
        owner.passwords = new CheapPasswords();
        owner.ids = new Ids(Clock.systemUTC());
        owner.clock = Clock.systemUTC();
        return owner;
    }
}
