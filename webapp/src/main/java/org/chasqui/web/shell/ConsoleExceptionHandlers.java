package org.chasqui.web.shell;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.FacesContext;
import org.omnifaces.exceptionhandler.FullAjaxExceptionHandler;

/** Errors of scripts' requests show the same pages as all others; web.xml knows only the servlet that leads to them. */
public class ConsoleExceptionHandlers extends ExceptionHandlerFactory {
    /** Wraps the factory that Faces has so far. */
    public ConsoleExceptionHandlers(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new FullAjaxExceptionHandler(getWrapped().getExceptionHandler()) {
            @Override
            protected String findErrorPageLocation(FacesContext context, Throwable exception) {
                return exception instanceof ViewExpiredException
                        ? "/WEB-INF/errors/expired.xhtml"
                        : "/WEB-INF/errors/500.xhtml";
            }
        };
    }
}
