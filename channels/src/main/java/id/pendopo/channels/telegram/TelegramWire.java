package id.pendopo.channels.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The HTTP client: the library's client, told to send each request exactly once and to keep apart what was never
 * written from what may have arrived.
 */
final class TelegramWire {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Telegram answers within a second or is in trouble. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /**
     * A connection is used again for so long: proxies close theirs after 5 s, and a message that is written on one which is
     * just being closed may have been read or not. The client looks whether a connection still stands after 10 s alone.
     */
    private static final Duration IDLE = Duration.ofSeconds(3);

    /** All requests go to one host; what must wait waits in the outbox. */
    private static final int AT_ONCE = 64;

    /** Bytes of an answer that are read; a batch of updates may have some hundred KB. */
    private static final long LONGEST = 8 << 20;

    private static final MediaType JSON = MediaType.get("application/json");

    private TelegramWire() {}

    static OkHttpClient client() {
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(8, IDLE.toSeconds(), TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .callTimeout(ANSWER)
                .addInterceptor(TelegramWire::whole)
                .addNetworkInterceptor(TelegramWire::written)
                .build();
    }

    /** The same client for answers that take so much longer. */
    static OkHttpClient patient(OkHttpClient client, Duration more) {
        return client.newBuilder()
                .readTimeout(ANSWER.plus(more))
                .callTimeout(ANSWER.plus(more))
                .build();
    }

    /** From here on a connection stands. */
    private static Response written(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (IOException lost) {
            throw new Written(lost);
        }
    }

    /** The whole answer; one that is not Telegram's (a proxy's page) is put as Telegram would. */
    private static Response whole(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String body = read(response);
        boolean said = response.isSuccessful() || new TelegramAnswer(body).code() != 0;
        String answer = said ? body : "{\"ok\": false, \"error_code\": " + response.code() + "}";
        return response.newBuilder().body(ResponseBody.create(answer, JSON)).build();
    }

    private static String read(Response response) throws IOException {
        try (response) {
            return response.peekBody(LONGEST).string();
        } catch (IOException cutOff) {
            throw new Written(cutOff);
        }
    }

    /** The connection broke or timed out when the request may have been read. */
    static final class Written extends IOException {

        Written(IOException cause) {
            super(cause);
        }
    }
}
