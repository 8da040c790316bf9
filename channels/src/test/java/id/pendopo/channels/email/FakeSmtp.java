package id.pendopo.channels.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** A mail server that says no at one point of the protocol, or hangs up there. */
final class FakeSmtp implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String when;
    private final String says;
    private volatile String token = "";

    /**
     * @param when a command, or {@code END} for the mail's own end
     * @param says a whole reply, or {@code cut}
     */
    FakeSmtp(String when, String says) throws IOException {
        this.when = when;
        this.says = says;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** What XOAUTH2 was presented with. */
    String token() {
        return token;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket caller = listening.accept()) {
                talk(caller);
            } catch (IOException hungUp) {
                // The next one.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 fake\r\n");
        out.flush();
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data && !line.equals(".")) {
                continue;
            }
            String command = data ? "END" : line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            if (command.equals(when) && says.equals("cut")) {
                return;
            }
            out.print((command.equals(when) ? says : reply(command, line)) + "\r\n");
            out.flush();
            data = command.equals("DATA") && !command.equals(when);
            if (command.equals("QUIT")) {
                return;
            }
        }
    }

    private String reply(String command, String line) {
        return switch (command) {
            case "EHLO" -> "250-fake\r\n250-AUTH XOAUTH2\r\n250 8BITMIME";
            case "AUTH" -> {
                token = new String(
                        Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)), StandardCharsets.UTF_8);
                yield "235 2.7.0 ok";
            }
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 2.0.0 ok";
        };
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
