package id.pendopo.channels.adapter;

import id.pendopo.channels.AttachmentRefused;
import id.pendopo.ui.OutsideHosts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A download from allowed hosts only (no request forgery). Takes a file from a provider's hosts and from nowhere else:
 * the address stands in a message that anybody may have written, and our own network, where it would be fetched from,
 * is not for everybody. Any thread may call.
 */
public final class Download {

    /** Bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration HEAD = Duration.ofSeconds(10);
    private static final int REDIRECTS = 3;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final Set<String> hosts;
    private final Set<String> entrusted;

    /**
     * @param hosts where the provider keeps files beside its own address, in lower case, always by https; one that begins
     *     with a dot stands for every host below it
     */
    public Download(Set<String> hosts) {
        this(hosts, Set.of());
    }

    /** @param entrusted those of the hosts that get the credentials as well */
    public Download(Set<String> hosts, Set<String> entrusted) {
        this.hosts = Set.copyOf(hosts);
        this.entrusted = Set.copyOf(entrusted);
    }

    /**
     * Fetches a file.
     *
     * @param api the provider's address from the configuration, trusted as it stands
     * @param credentials headers that the provider wants; nobody else gets them
     */
    public byte[] get(URI api, String address, Map<String, String> credentials) throws SendFailed, AttachmentRefused {
        URI next = trusted(api, parsed(address));
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            try (Answer answer = ask(api, next, credentials)) {
                Optional<URI> elsewhere = answer.redirect(next);
                if (elsewhere.isEmpty()) {
                    return answer.file();
                }
                next = trusted(api, elsewhere.get());
            }
        }
        throw new SendFailed(SendFailed.Outcome.RETRY, "redirects", Optional.empty());
    }

    private Answer ask(URI api, URI address, Map<String, String> credentials) throws SendFailed {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(HEAD);
        if (origin(address).equals(origin(api))
                || entrusted.contains(address.getHost().toLowerCase(Locale.ROOT))) {
            credentials.forEach(request::header);
        }
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException away) {
            throw new SendFailed(SendFailed.Outcome.RETRY, "unreachable", Optional.empty());
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            throw new SendFailed(SendFailed.Outcome.RETRY, "timeout", Optional.empty());
        }
    }

    private URI trusted(URI api, URI address) throws AttachmentRefused {
        boolean named = address.getHost() != null && address.getRawUserInfo() == null;
        if (named && origin(address).equals(origin(api))) {
            return address;
        }
        boolean allowed = named
                && "https".equals(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && isNamed(address.getHost().toLowerCase(Locale.ROOT))
                && OutsideHosts.isOutside(address.getHost());
        if (!allowed) {
            throw new AttachmentRefused(AttachmentRefused.Reason.ELSEWHERE);
        }
        return address;
    }

    boolean isNamed(String host) {
        return hosts.contains(host) || hosts.stream().anyMatch(name -> name.startsWith(".") && host.endsWith(name));
    }

    private static URI parsed(String address) throws AttachmentRefused {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException broken) {
            throw new AttachmentRefused(AttachmentRefused.Reason.ELSEWHERE);
        }
    }

    private static String origin(URI address) {
        boolean plain = "http".equals(address.getScheme());
        int port = address.getPort() == -1 ? plain ? 80 : 443 : address.getPort();
        return address.getScheme() + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private record Answer(HttpResponse<InputStream> response) implements AutoCloseable {

        Optional<URI> redirect(URI from) throws AttachmentRefused {
            boolean elsewhere = response.statusCode() / 100 == 3;
            Optional<String> location = response.headers().firstValue("location");
            return elsewhere && location.isPresent()
                    ? Optional.of(parsed(from.resolve(parsed(location.get())).toString()))
                    : Optional.empty();
        }

        byte[] file() throws SendFailed, AttachmentRefused {
            if (response.statusCode() != 200) {
                throw new SendFailed(SendFailed.Outcome.RETRY, "http " + response.statusCode(), Optional.empty());
            }
            try {
                byte[] file = response.body().readNBytes(LARGEST + 1);
                if (file.length > LARGEST) {
                    throw new AttachmentRefused(AttachmentRefused.Reason.TOO_LARGE);
                }
                return file;
            } catch (IOException cutOff) {
                throw new SendFailed(SendFailed.Outcome.RETRY, "connection lost", Optional.empty());
            }
        }

        @Override
        public void close() {
            try {
                response.body().close();
            } catch (IOException gone) {
                // Nothing more to read.
            }
        }
    }
}
