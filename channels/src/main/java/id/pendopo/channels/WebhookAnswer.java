package id.pendopo.channels;

/**
 * What a webhook's caller gets back.
 *
 * @param status the HTTP status
 * @param contentType the media type with its charset
 */
public record WebhookAnswer(int status, String contentType, byte[] body) {

    @Override
    public String toString() {
        return "WebhookAnswer[" + status + ", " + body.length + " bytes]";
    }
}
