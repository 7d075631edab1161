package org.chasqui.web.numbers;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.chasqui.platform.accounts.profile.BusinessProfile;
import org.chasqui.platform.accounts.profile.BusinessProfiles;
import org.chasqui.platform.accounts.profile.ProfileChange;
import org.chasqui.platform.failure.RequestFailed;
import org.chasqui.platform.users.Permission;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.text.Texts;
import org.jspecify.annotations.Nullable;

/** The business profile as it is edited on the page of a number. */
@Named
@RequestScoped
public class ProfileForm {
    private static final Texts TEXTS = Texts.of("numbers");
    private static final int LARGEST_PICTURE = 2 * 1024 * 1024;

    @Inject
    CurrentUser me;

    @Inject
    NumberPage page;

    @Inject
    MetaAnswers meta;

    @Inject
    BusinessProfiles profiles;

    private MetaAnswers.Part<BusinessProfile> part;
    private @Nullable String about;
    private @Nullable String address;
    private @Nullable String description;
    private @Nullable String email;
    private @Nullable String website;
    private @Nullable String secondWebsite;
    private @Nullable String vertical;
    private @Nullable Part pictureFile;

    @PostConstruct
    void open() {
        part = meta.part(() -> profiles.of(page.number().sender()));
    }

    private @Nullable BusinessProfile profile() {
        return part.value();
    }

    /** Why Meta does not show the profile; null when it does. */
    public @Nullable String getProblem() {
        return part.problem();
    }

    public @Nullable String getPicture() {
        var profile = profile();
        return profile == null ? null : profile.pictureUrl();
    }

    /** Writes the profile to Meta; what Meta would refuse is said before. */
    public String save() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        try {
            var websites = Stream.of(text(website), text(secondWebsite))
                    .filter(one -> !one.isEmpty())
                    .toList();
            var known = profiles.of(page.number().sender());
            profiles.change(
                    page.number().sender(),
                    new ProfileChange(
                            text(about).isEmpty() && known.about() == null ? null : text(about),
                            text(address),
                            text(description),
                            text(email),
                            websites,
                            text(vertical).isEmpty() ? null : vertical,
                            null),
                    me.getEmail());
            NumbersPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("profile.saved"));
        } catch (RequestFailed refused) {
            NumbersPage.warn(refused);
        }
        return page.here();
    }

    /** Gives the number another picture. */
    public String savePicture() {
        me.demand(Permission.MANAGE_ACCOUNTS);
        var file = pictureFile;
        try {
            if (file == null || file.getSize() == 0) {
                throw RequestFailed.invalid("picture", "is missing: choose a JPEG or PNG.");
            }
            try (var stream = file.getInputStream()) {
                profiles.changePicture(page.number().sender(), stream.readNBytes(LARGEST_PICTURE + 1), me.getEmail());
            }
            NumbersPage.say(FacesMessage.SEVERITY_INFO, TEXTS.get("picture.saved"));
        } catch (RequestFailed refused) {
            NumbersPage.warn(refused);
        } catch (IOException lost) {
            NumbersPage.say(FacesMessage.SEVERITY_WARN, TEXTS.get("picture.lost"));
        }
        return page.here();
    }

    public @Nullable Part getPictureFile() {
        return pictureFile;
    }

    public void setPictureFile(@Nullable Part given) {
        pictureFile = given;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    public List<String> getVerticals() {
        return ProfileChange.VERTICALS;
    }

    /** An industry in words. */
    public String verticalText(String metas) {
        return NumberWords.sentence(metas);
    }

    public @Nullable String getAbout() {
        var profile = profile();
        return about == null && profile != null ? profile.about() : about;
    }

    public void setAbout(@Nullable String given) {
        about = given;
    }

    public @Nullable String getAddress() {
        var profile = profile();
        return address == null && profile != null ? profile.address() : address;
    }

    public void setAddress(@Nullable String given) {
        address = given;
    }

    public @Nullable String getDescription() {
        var profile = profile();
        return description == null && profile != null ? profile.description() : description;
    }

    public void setDescription(@Nullable String given) {
        description = given;
    }

    public @Nullable String getEmail() {
        var profile = profile();
        return email == null && profile != null ? profile.email() : email;
    }

    public void setEmail(@Nullable String given) {
        email = given;
    }

    public @Nullable String getWebsite() {
        return website == null ? website(0) : website;
    }

    public void setWebsite(@Nullable String given) {
        website = given;
    }

    public @Nullable String getSecondWebsite() {
        return secondWebsite == null ? website(1) : secondWebsite;
    }

    public void setSecondWebsite(@Nullable String given) {
        secondWebsite = given;
    }

    private @Nullable String website(int place) {
        var profile = profile();
        return profile != null && profile.websites().size() > place
                ? profile.websites().get(place)
                : null;
    }

    public @Nullable String getVertical() {
        var profile = profile();
        return vertical == null && profile != null ? profile.vertical() : vertical;
    }

    public void setVertical(@Nullable String given) {
        vertical = given;
    }
}
