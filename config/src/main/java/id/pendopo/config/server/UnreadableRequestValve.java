package id.pendopo.config.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;

/**
 * Error report valve: the page for a request that the server could not read, such as one with an address that is none. The
 * application never saw it and can make no page of its own. What the application answered passes untouched.
 */
final class UnreadableRequestValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(UnreadableRequestValve.class);

    private final String page;

    UnreadableRequestValve() {
        try {
            this.page = new ClassPathResource("unreadable.html", UnreadableRequestValve.class)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() / 100 != 4) {
            super.report(request, response, failure);
        } else if (response.getContentWritten() == 0 && response.setErrorReported() && ioAllowed(response)) {
            show(response);
        }
    }

    private void show(Response response) {
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Content-Language", "id");
            response.getReporter().write(page);
            response.finishResponse();
        } catch (IOException gone) {
            log.debug("Whoever asked is gone: {}", gone.getClass().getSimpleName());
        }
    }

    private static boolean ioAllowed(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }
}
