package org.chasqui.web.messages;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;

/** What the address of the table said, kept for the requests that its scripts make. */
@Named
@ViewScoped
public class MessagesAddress implements Serializable {
    private static final long serialVersionUID = 1L;

    private final MessageQuery query = new MessageQuery();

    public MessageQuery getQuery() {
        return query;
    }
}
