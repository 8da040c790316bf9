package id.pendopo.channels.adapter;

/**
 * A rejected webhook request: a request that is not a provider's, or that nobody can read. The caller answers with the
 * status; nothing is stored.
 */
public final class WebhookRejected extends Exception {

    private final int status;
    private final String reason;

    /**
     * @param status 400, 401, 403, 404 or 413
     * @param reason for the operator; never contains anything from the request
     */
    public WebhookRejected(int status, String reason) {
        super(reason);
        this.status = status;
        this.reason = reason;
    }

    public int status() {
        return status;
    }

    public String reason() {
        return reason;
    }
}
