package id.pendopo.channels.adapter;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A form with one file, as a provider's interface takes it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578: multipart/form-data</a>
 */
public record MultipartForm(String boundary, BodyPublisher body) {

    /** @param field what the file's part is called */
    public static MultipartForm of(Map<String, String> fields, String field, StoredFiles.Content file) {
        String boundary = UUID.randomUUID().toString();
        StringBuilder head = new StringBuilder();
        new TreeMap<>(fields)
                .forEach((name, value) -> part(head, boundary, name)
                        .append("\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        part(head, boundary, field)
                .append("; filename=\"")
                .append(file.name().replaceAll("[\"\\\\\\p{Cntrl}]", "_"))
                .append("\"\r\nContent-Type: ")
                .append(file.type())
                .append("\r\n\r\n");
        return new MultipartForm(
                boundary,
                BodyPublishers.concat(
                        BodyPublishers.ofString(head.toString(), StandardCharsets.UTF_8),
                        BodyPublishers.ofByteArray(file.bytes()),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
    }

    private static StringBuilder part(StringBuilder head, String boundary, String name) {
        return head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append('"');
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }
}
