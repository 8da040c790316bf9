package id.pendopo.channels;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Replies as the desk gives them, and as nobody would wish them, for each kind of block. What is said here is made up; who
 * adds a kind of block adds its samples.
 */
final class Samples {

    static final List<Locale> LANGUAGES = List.of(Locale.of("id"), Locale.ENGLISH);

    static final String CODE = "4821773021";

    private final Saying in;

    private Samples(Saying in) {
        this.in = in;
    }

    /** Every kind of block there is. */
    static Stream<Class<?>> blocks() {
        return Arrays.stream(Block.class.getPermittedSubclasses());
    }

    /** @throws IllegalStateException for a block without samples, or with samples that do not show it */
    static List<Sample> of(Class<?> block, Locale language) {
        List<Sample> samples = new Samples(new Saying(language)).all().getOrDefault(block, List.of());
        if (samples.isEmpty()
                || !samples.stream().allMatch(sample -> sample.blocks().stream().anyMatch(block::isInstance))) {
            throw new IllegalStateException(
                    "Block." + block.getSimpleName() + " has no samples that show it: add them to "
                            + Samples.class.getSimpleName() + ", write its snapshots and look at them");
        }
        return samples;
    }

    private Map<Class<?>, List<Sample>> all() {
        return Map.of(
                Block.Text.class, new WordSamples(in).texts(),
                Block.Choices.class, new WordSamples(in).choices(),
                Block.Source.class, sources(),
                Block.Link.class, links(),
                Block.Media.class, media(),
                Block.LocationRequest.class, places(),
                Block.HandoverNotice.class, notices(),
                Block.CallStep.class, steps());
    }

    private List<Sample> sources() {
        Block answer = in.text("KTP-el yang hilang diganti tanpa biaya.", "A lost ID card is replaced free of charge.");
        return List.of(
                in.sample("a law", answer, source("KTP-el hilang", "Permendagri 108/2019")),
                in.sample(
                        "an official page",
                        answer,
                        source("KTP-el hilang", "https://www.dukcapil.example.go.id/layanan?x=1&y=2"),
                        link("Jam buka kantor", "Opening hours", "/help/kantor")),
                in.sample("our own word", answer, source("Jam buka kantor", "")),
                in.sample(
                        "two sources",
                        answer,
                        source("KTP-el hilang", "Permendagri 108/2019"),
                        source("Jam buka kantor", "")),
                in.sample(
                        "a long title",
                        answer,
                        source(
                                "Perpanjangan surat izin mengemudi golongan C yang lewat masa berlakunya",
                                "https://polri.example.go.id/sim")),
                in.sample(
                        "characters that mean something to machines",
                        answer,
                        source("KK & KTP <hilang> \"asli\" *a_b*", "UU 23/2006 & perubahannya")),
                in.sample("alone", source("KTP-el hilang", "Permendagri 108/2019")),
                in.wordless("digits alone", new Block.Source("108", "/help/108", 3, "2026-08-17", "")));
    }

    private static Block source(String title, String read) {
        return new Block.Source(title, "/help/ktp-hilang?lang=id&v=3", 3, "2026-08-17", read);
    }

    private List<Sample> links() {
        return List.of(
                in.sample(
                                "a page of ours",
                                in.text(
                                        "Laporan diterima, tiket 482 177 3021.",
                                        "Report received, ticket 482 177 3021."),
                                link("Lacak", "Track", "/track/" + CODE))
                        .about(CODE),
                in.sample(
                        "beside a text that fills a message",
                        Block.Text.of((in.say("kata", "word") + " ").repeat(31).strip()),
                        link("Lacak", "Track", "/track/" + CODE)),
                in.sample(
                        "elsewhere",
                        in.text("Formulirnya ada di sini.", "The form is here."),
                        link(
                                "Formulir <F-1.02> & contoh",
                                "Form <F-1.02> & example",
                                "https://example.go.id/f?a=1&b=2#c_d")),
                in.sample("alone", link("Lacak tiket", "Track the ticket", "/track/" + CODE)),
                in.wordless("digits alone", new Block.Link("482", "/482")));
    }

    private Block link(String indonesian, String english, String url) {
        return new Block.Link(in.say(indonesian, english), url);
    }

    private List<Sample> media() {
        return List.of(
                in.sample(
                        "with a caption",
                        in.text("Ini formulirnya.", "Here is the form."),
                        new Block.Media(
                                new Attachment("application/pdf", "17"), in.say("Formulir F-1.02", "Form F-1.02"))),
                in.sample(
                        "without a caption",
                        in.text("Ini fotonya.", "Here is the photo."),
                        new Block.Media(new Attachment("image/jpeg", "18"), "")),
                in.sample(
                        "alone",
                        new Block.Media(
                                new Attachment("image/png", "19"),
                                in.say("Peta <desa> & jalan", "Map of <village> & roads"))),
                in.sample(
                        "with a link",
                        in.text("Ini formulirnya.", "Here is the form."),
                        new Block.Media(
                                new Attachment("application/pdf", "21"),
                                in.say("Formulir F-1.02.pdf", "Form F-1.02.pdf"),
                                Optional.of("/f/0123456789ab"))),
                in.sample(
                        "a picture with a link",
                        in.text("Ini fotonya.", "Here is the photo."),
                        new Block.Media(new Attachment("image/jpeg", "22"), "", Optional.of("/f/0123456789ab"))),
                in.wordless("digits alone", new Block.Media(new Attachment("image/png", "20"), "")));
    }

    private List<Sample> places() {
        Block question = new Block.Text(
                in.say(
                        "Di mana tempatnya? Sebutkan jalan, desa, atau patokan di dekatnya.",
                        "Where is it? A street, a village, or something well known nearby."),
                Optional.of(in.say(
                        "Di mana tempatnya? Sebut jalan, desa, atau patokan.",
                        "Where is it? Street, village, or something nearby.")),
                Optional.empty());
        Block request = new Block.LocationRequest(in.say("Kirim lokasi", "Send location"));
        return List.of(
                in.sample("below a question", question, request),
                in.sample("beside choices", question, request, in.offer("Lewati", "Skip")),
                in.sample("alone", request),
                in.wordless("digits alone", new Block.LocationRequest("482")));
    }

    private List<Sample> notices() {
        return List.of(
                in.sample(
                                "a person comes",
                                new Block.HandoverNotice(
                                        in.say(
                                                "Baik, saya sambungkan dengan petugas. Nomor tiket Anda: 482 177 3021. Mohon tunggu sebentar.",
                                                "All right, I am connecting you to our staff. Your ticket number is 482 177 3021. Please hold on.")))
                        .about(CODE),
                in.sample(
                        "after an answer",
                        in.text("Kami catat keluhan Anda.", "Your complaint is noted."),
                        new Block.HandoverNotice(in.say(
                                "Sekarang Anda dibantu langsung oleh <Ani> & tim.",
                                "You are now helped in person by <Ani> & team."))),
                in.wordless("digits alone", new Block.HandoverNotice("482")));
    }

    private List<Sample> steps() {
        return List.of(
                in.sample(
                        "a message after the tone",
                        new Block.CallStep(
                                in.say(
                                        "Silakan tinggalkan pesan sesudah nada, lalu tekan pagar. Pesan Anda direkam & didengarkan petugas.",
                                        "Please leave a message after the tone, then press the pound key. Your message is recorded & our staff will listen to it."),
                                Block.CallStep.Next.RECORD)),
                in.sample(
                        "the end of a call",
                        in.text("Nilai Anda 5.", "You gave 5."),
                        new Block.CallStep(
                                in.say(
                                        "Terima kasih sudah menelepon. Sampai jumpa.",
                                        "Thank you for calling. Goodbye."),
                                Block.CallStep.Next.HANG_UP)),
                in.wordless("digits alone", new Block.CallStep("482", Block.CallStep.Next.RECORD)));
    }
}
