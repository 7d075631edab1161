package org.chasqui.messaging.contacts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chasqui.platform.phone.NumberVariants;
import org.jspecify.annotations.Nullable;

/** A person while a transaction works on him. */
final class ContactRow {
    /** Marks a user name among the keys; it is one only as long as nothing better is known. */
    static final String USERNAME = "@";

    private final UUID id;
    private final UUID workspaceId;
    private final boolean isNew;
    private final ObjectNode attributes;
    private final List<String> tags;
    private final Instant createdAt;
    private @Nullable String phone;
    private @Nullable String userId;
    private @Nullable String parentUserId;
    private @Nullable String username;
    private @Nullable String name;
    private @Nullable String profileName;
    private @Nullable String language;
    private @Nullable String identityHash;
    private boolean forgotten;
    private boolean changed;

    /** Texts of a row, in the order of its columns. */
    record Texts(
            @Nullable String phone,
            @Nullable String userId,
            @Nullable String parentUserId,
            @Nullable String username,
            @Nullable String name,
            @Nullable String profileName,
            @Nullable String language,
            @Nullable String identityHash) {
        static final Texts NONE = new Texts(null, null, null, null, null, null, null, null);
    }

    ContactRow(
            UUID id,
            UUID workspaceId,
            Texts texts,
            ObjectNode attributes,
            List<String> tags,
            Instant createdAt,
            boolean forgotten,
            boolean isNew) {
        this.id = id;
        this.workspaceId = workspaceId;
        this.phone = texts.phone;
        this.userId = texts.userId;
        this.parentUserId = texts.parentUserId;
        this.username = texts.username;
        this.name = texts.name;
        this.profileName = texts.profileName;
        this.language = texts.language;
        this.identityHash = texts.identityHash;
        this.attributes = attributes;
        this.tags = new ArrayList<>(tags);
        this.createdAt = createdAt;
        this.forgotten = forgotten;
        this.isNew = isNew;
        this.changed = isNew;
    }

    UUID id() {
        return id;
    }

    UUID workspaceId() {
        return workspaceId;
    }

    Texts texts() {
        return new Texts(phone, userId, parentUserId, username, name, profileName, language, identityHash);
    }

    ObjectNode attributes() {
        return attributes;
    }

    List<String> tags() {
        return List.copyOf(tags);
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean isForgotten() {
        return forgotten;
    }

    boolean isNew() {
        return isNew;
    }

    boolean isChanged() {
        return changed;
    }

    @Nullable
    String phone() {
        return phone;
    }

    @Nullable
    String userId() {
        return userId;
    }

    /** Every key under which he comes: the number in both ways to write it, the user id; else the user name. */
    Set<String> keys() {
        var keys = new HashSet<String>();
        if (phone != null) {
            keys.addAll(NumberVariants.allOf(phone));
        }
        if (userId != null) {
            keys.add(userId);
        }
        if (keys.isEmpty() && username != null) {
            keys.add(USERNAME + username);
        }
        return keys;
    }

    /** Takes over what a webhook shows. What it leaves out stays; a number is kept as Meta writes it. */
    void learn(Met met) {
        phone = news(phone, met.phone());
        userId = news(userId, met.userId());
        parentUserId = news(parentUserId, met.parentUserId());
        username = news(username, met.username());
        profileName = news(profileName, met.profileName());
        identityHash = news(identityHash, met.identityHash());
        remember();
    }

    /** Takes over what the workspace says. */
    void learn(ContactData data) {
        // A number that Meta writes otherwise stays as Meta writes it: the line is the same.
        if (data.phone() != null && (phone == null || !NumberVariants.isSameLine(phone, data.phone()))) {
            phone = news(phone, data.phone());
        }
        userId = news(userId, data.userId());
        username = news(username, data.username());
        name = news(name, data.name());
        language = news(language, data.language());
        remember();
    }

    void addTags(List<String> more) {
        for (var tag : more) {
            if (!tags.contains(tag)) {
                tags.add(tag);
                changed = true;
            }
        }
    }

    void replaceTags(List<String> others) {
        if (!tags.equals(others)) {
            tags.clear();
            addTags(others);
            changed = true;
        }
    }

    /** Takes tags away, then gives others. */
    void changeTags(Collection<String> add, Collection<String> remove) {
        var others = new LinkedHashSet<>(tags);
        others.removeAll(remove);
        others.addAll(add);
        replaceTags(List.copyOf(others));
    }

    /** Sets an attribute: a text, a number, true or false; null takes it away. */
    void set(String attribute, @Nullable Object value) {
        if (value == null) {
            if (attributes.remove(attribute) != null) {
                changed = true;
            }
            return;
        }
        var node = Attributes.node(value);
        if (!node.equals(attributes.get(attribute))) {
            attributes.set(attribute, node);
            changed = true;
        }
    }

    /** As he is shown from now on who was just made. */
    ContactView firstView() {
        return new ContactView(
                id,
                workspaceId,
                phone,
                userId,
                username,
                name,
                profileName,
                language,
                attributes,
                tags(),
                List.of(),
                createdAt,
                createdAt);
    }

    /** He has another number now. */
    void moveTo(@Nullable String newPhone, @Nullable String newUserId) {
        phone = news(phone, newPhone);
        userId = news(userId, newUserId);
    }

    void dropUserId() {
        userId = null;
        changed = true;
    }

    void forget() {
        forgotten = true;
        name = null;
        profileName = null;
        username = null;
        language = null;
        attributes.removeAll();
        tags.clear();
        changed = true;
    }

    /** Takes over what only the other one had; the two have turned out to be the same person. */
    void absorb(ContactRow other) {
        phone = phone == null ? other.phone : phone;
        userId = userId == null ? other.userId : userId;
        parentUserId = parentUserId == null ? other.parentUserId : parentUserId;
        username = username == null ? other.username : username;
        name = name == null ? other.name : name;
        profileName = profileName == null ? other.profileName : profileName;
        language = language == null ? other.language : language;
        for (var entry : other.attributes.properties()) {
            if (!attributes.has(entry.getKey())) {
                attributes.set(entry.getKey(), entry.getValue());
            }
        }
        addTags(other.tags);
        changed = true;
    }

    private void remember() {
        if (forgotten) {
            forgotten = false;
            changed = true;
        }
    }

    private @Nullable String news(@Nullable String known, @Nullable String told) {
        if (told == null || told.isEmpty() || Objects.equals(known, told)) {
            return known;
        }
        changed = true;
        return told;
    }
}
