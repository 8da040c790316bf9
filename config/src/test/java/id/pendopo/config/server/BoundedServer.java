package id.pendopo.config.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** A Tomcat with bounds and two pages: {@code /count} counts a body's bytes, {@code /long} ends when it is told to. */
final class BoundedServer implements AutoCloseable {

    private final CountDownLatch release = new CountDownLatch(1);
    private final WebServer server;

    BoundedServer(ConnectionLimits limits, List<String> proxies) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        new ServerConfiguration()
                .boundedConnections(limits, new Proxies(proxies))
                .customize(factory);
        server = factory.getWebServer(context -> {
            context.addServlet("count", new Count()).addMapping("/count");
            context.addServlet("long", new Long(release)).addMapping("/long");
        });
        server.start();
    }

    /** From an address of the loopback; whoever reads waits for a minute at most. */
    Socket connect(String from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress("127.0.0.1", server.getPort()));
        return socket;
    }

    Socket send(String from, String beginning) throws IOException {
        Socket socket = connect(from);
        say(socket, beginning);
        return socket;
    }

    void letTheLongAnswerEnd() {
        release.countDown();
    }

    static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** All that comes until the server closes; a reset is an end, too. */
    static String rest(Socket socket) {
        StringBuilder read = new StringBuilder();
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0;
                    c = socket.getInputStream().read()) {
                read.append((char) c);
            }
        } catch (SocketTimeoutException open) {
            read.append("|open");
        } catch (IOException reset) {
            read.append("|reset");
        }
        return read.toString();
    }

    @Override
    public void close() {
        release.countDown();
        server.stop();
    }

    private static final class Count extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            InputStream body = request.getInputStream();
            response.getWriter().print("bytes " + body.readAllBytes().length);
        }
    }

    private static final class Long extends HttpServlet {

        private final transient CountDownLatch release;

        Long(CountDownLatch release) {
            this.release = release;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            response.getWriter().print("begun ");
            response.flushBuffer();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            response.getWriter().print("ended");
        }
    }
}
