package id.pendopo.ticketing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** The desk with 200 invented tickets, to look at in a browser: everybody is agent Ani. The first argument is the port. */
final class DeskPreview {

    private static final Random DICE = new Random(7);
    private static final List<String> PEOPLE = List.of(
            "Bu Siti Rahma", "Pak Made Wirawan", "Ibu Yohana Kambu", "Budi", "Pak Hendra Saputra", "Lestari Ningsih");
    private static final List<String[]> CASES = List.of(
            new String[] {"jalan-rusak", "Jalan berlubang depan SD 3, motor sering jatuh kalau hujan"},
            new String[] {"lampu-jalan", "Lampu jalan di lampu merah Pasar Lama lampu padam sudah tiga malam"},
            new String[] {"pungli", "Pungutan parkir tanpa karcis di depan puskesmas"},
            new String[] {"jalan-rusak", "Trotoar rusak, kursi roda ibu saya tidak bisa lewat"},
            new String[] {"sampah", "Sampah menumpuk di TPS Jalan Melati sejak Senin, baunya sampai ke kelas anak-anak"
            });

    private DeskPreview() {}

    public static void main(String[] args) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(TicketingTestApplication.class)
                .initializers(started -> ((GenericApplicationContext) started)
                        .registerBean("everybodyIsAni", FilterRegistrationBean.class, DeskPreview::everybodyIsAni))
                .run("--server.port=" + args[0], "--server.address=127.0.0.1");
        Agents agents = context.getBean(Agents.class);
        agents.put(new Agents.Agent("ani", "Ani", "dinas-pupr"));
        agents.put(new Agents.Agent("budi", "Budi", "dinas-pupr"));
        for (int i = 0; i < 200; i++) {
            bring(context, i);
        }
        System.out.println("http://127.0.0.1:" + args[0] + "/desk");
    }

    private static FilterRegistrationBean<OncePerRequestFilter> everybodyIsAni() {
        return new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                request.getSession();
                SecurityContextHolder.getContext()
                        .setAuthentication(new TestingAuthenticationToken(
                                "ani", "", "desk:read", "desk:reply", "desk:assign", "desk:close", "admin"));
                chain.doFilter(request, response);
            }
        });
    }

    private static void bring(ConfigurableApplicationContext context, int number) {
        Tickets tickets = context.getBean(Tickets.class);
        String[] story = CASES.get(number % CASES.size());
        boolean anonymous = number % 11 == 5;
        TicketCode code = anonymous ? TicketCode.anonymousReceipt() : TicketCode.random();
        String channel =
                List.of("twilio-sms", "web", "telegram", "twilio-voice").get(DICE.nextInt(4));
        tickets.handle(
                new TicketCommand.Open(new NewTicket(
                        code,
                        TicketType.COMPLAINT,
                        story[0],
                        story[1] + (number % 3 == 0 ? ". Mohon segera diperbaiki sebelum ada yang celaka lagi." : ""),
                        Optional.of("Depan SD 3, Jalan Melati"),
                        anonymous ? Optional.empty() : Optional.of(PEOPLE.get(number % PEOPLE.size())),
                        anonymous
                                ? Visibility.ANONYMOUS
                                : number % 7 == 3 ? Visibility.CONFIDENTIAL : Visibility.NAME_HIDDEN,
                        true,
                        anonymous ? Optional.empty() : Optional.of((long) number + 1),
                        anonymous ? "report" : channel,
                        anonymous ? Optional.empty() : Optional.of("7890"),
                        Locale.of("id"),
                        Optional.empty())),
                Actor.CITIZEN);
        context.getBean(MovingClock.class).forward(Duration.ofMinutes(17 + DICE.nextInt(60)));
        if (number % 2 == 0) {
            work(context, tickets, code, number);
        }
    }

    private static void work(ConfigurableApplicationContext context, Tickets tickets, TicketCode code, int number) {
        tickets.handle(
                new TicketCommand.Assign(code, Optional.of(number % 4 == 0 ? "ani" : "budi")), Actor.agent("budi"));
        tickets.handle(
                new TicketCommand.Note(code, "Sudah saya teruskan ke regu lapangan, tunggu foto dari mereka."),
                Actor.agent("budi"));
        MovingClock clock = context.getBean(MovingClock.class);
        clock.forward(Duration.ofMinutes(9));
        String reply = "Terima kasih, Bu. Regu kami datang besok pagi. Boleh kami tahu seberapa lebar lubangnya?";
        long version = tickets.find(code).orElseThrow().version();
        Ticket now = number % 6 == 2
                ? tickets.handle(new TicketCommand.Reply(code, version, reply, true), Actor.agent("budi"))
                : tickets.handle(new TicketCommand.Reply(code, version, reply), Actor.agent("budi"));
        context.getBean(FakeCorrespondence.class)
                .knows(
                        code,
                        new Correspondence.CitizenCard(
                                "+62 812-***-90",
                                "twilio-sms",
                                "id",
                                "Boleh dihubungi, 24 November 2026",
                                List.of(TicketCode.random(), TicketCode.random())),
                        List.of(
                                new Correspondence.Line(
                                        Optional.empty(),
                                        now.opened().minusSeconds(60),
                                        "citizen",
                                        "mau lapor jalan rusak dpn sd 3",
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of()),
                                new Correspondence.Line(
                                        Optional.empty(),
                                        now.opened().minusSeconds(50),
                                        "bot",
                                        "Baik, kami catat. Di mana tepatnya? Tulis nama jalan atau patokan.",
                                        List.of(),
                                        Optional.of("delivered"),
                                        Optional.empty(),
                                        List.of()),
                                new Correspondence.Line(
                                        Optional.of((long) number),
                                        clock.instant(),
                                        "agent",
                                        reply,
                                        List.of(version + 1),
                                        Optional.of(number % 8 == 0 ? "failed" : "sent"),
                                        number % 8 == 0 ? Optional.of("nomor tidak aktif") : Optional.empty(),
                                        List.of()),
                                new Correspondence.Line(
                                        Optional.of((long) number),
                                        clock.instant().plusSeconds(120),
                                        "citizen",
                                        "Kira-kira satu meter. lampu jalannya juga mati.",
                                        List.of(version + 2),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of())));
        if (number % 4 == 0) {
            tickets.handle(
                    new TicketCommand.AddInformation(code, "Kira-kira satu meter. lampu jalannya juga mati."),
                    Actor.CITIZEN);
        }
        if (number % 10 == 8) {
            tickets.handle(
                    new TicketCommand.Close(
                            code, tickets.find(code).orElseThrow().version(), Outcome.FIXED, "Lubang sudah ditambal."),
                    Actor.agent("budi"));
        }
    }
}
