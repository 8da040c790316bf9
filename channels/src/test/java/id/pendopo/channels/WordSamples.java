package id.pendopo.channels;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Samples of words and of choices. */
record WordSamples(Saying in) {

    List<Sample> texts() {
        return List.of(
                in.sample(
                        "a form for each line",
                        new Block.Text(
                                in.say(
                                        "Kode itu tidak cocok, sudah dipakai, atau sudah lewat 10 menit. Tulis PINDAH di saluran yang lama.",
                                        "That code does not match, was used before, or is older than 10 minutes. Write MOVE where you were."),
                                Optional.of(in.say(
                                        "Kode itu tidak cocok. Balas PINDAH.",
                                        "That code does not match. Reply MOVE.")),
                                Optional.of(in.say(
                                        "Kode itu tidak cocok. Katakan pindah, atau tekan nol untuk petugas.",
                                        "That code does not match. Say move, or press zero for a person.")))),
                in.sample(
                        "money, dates, times and numbers",
                        in.text(
                                "Biaya Rp75.000 (denda Rp1.250.500,- atau 2,5% per bulan), 3-14 hari kerja. Buka Senin s.d. Jumat pukul 08.00-15.30 WIB, paling lambat 17 Agustus 2026. Dasar: UU No. 25 Tahun 2009 Pasal 15 ayat (2).",
                                "The fee is Rp75.000 (fine Rp1.250.500 or 2.5% a month), 3-14 working days. Open Monday to Friday 08.00-15.30 WIB, until 17 August 2026. By Law No. 25 of 2009, article 15 (2).")),
                in.sample(
                                "codes and telephone numbers",
                                in.text(
                                        "Tiket 482 177 3021, kode 482 913. Telepon (021) 5550-0112, WA 0812-3450-0011 atau +62 812 3450 0011. Darurat: 112. NIK 3201234567890001.",
                                        "Ticket 482 177 3021, code 482 913. Call (021) 5550-0112, WhatsApp 0812-3450-0011 or +62 812 3450 0011. Emergency: 112. ID number 3201234567890001."))
                        .about(Samples.CODE),
                in.sample(
                        "paragraphs and a list",
                        in.text(
                                "Syarat:\n- KTP asli\n- Fotokopi KK, 2 lembar\n\nCara:\n1. Ambil nomor antrean.\n2. Serahkan berkas di loket 3/4.\n\nGratis.",
                                "You need:\n- your ID card\n- 2 copies of the family card\n\nHow:\n1. Take a queue number.\n2. Hand in your papers at counter 3/4.\n\nFree of charge.")),
                in.sample(
                        "characters that mean something to machines",
                        in.text(
                                "Isi <formulir> \"F-1.02\" & tanda 'tangan' *asli* di _atas_ meterai {x}; a_b@example.org </Say><script>alert(1)</script>",
                                "Fill in <form> \"F-1.02\" & sign it 'by hand' *here* _above_ the stamp {x}; a_b@example.org </Say><script>alert(1)</script>")),
                in.sample(
                        "characters that cost nothing on a plain telephone",
                        in.text("“Sudah” diperbaiki – cek ya… • 2 × 3 m²", "“Done” – please check… • 2 × 3 m²")),
                in.sample(
                        "characters that no plain telephone has",
                        in.text(
                                "Terima kasih 🙏 Bapak Łukasz, laporan Anda selesai ✅.",
                                "Thank you 🙏 Mr Łukasz, your report is done ✅.")),
                in.sample("far too long", longText()),
                in.sample(
                        "one sentence without an end",
                        Block.Text.of((in.say("kata", "word") + " ").repeat(250).strip())),
                in.sample(
                                "a person at the desk",
                                in.text("Besok pagi kami tambal, Bu.", "We mend it tomorrow morning."))
                        .about(Samples.CODE)
                        .by("Ani"),
                in.wordless("digits alone", Block.Text.of("482 177 3021")));
    }

    private Block longText() {
        return Block.Text.of(String.join(
                in.say(
                        " Bawa berkas asli ke loket, lalu tunggu nomor Anda dipanggil petugas. ",
                        " Bring your original papers to the counter, then wait until your number is called. "),
                IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> in.say("Langkah " + i + " dari 9.", "Step " + i + " of 9."))
                        .toList()));
    }

    List<Sample> choices() {
        Block question = in.text("Apa yang Anda perlukan?", "What do you need?");
        return List.of(
                in.sample(
                        "two",
                        in.text("Laporan sudah benar?", "Is the report right?"),
                        in.offer("Ya, kirim", "Yes, send it", "Ubah", "Change it")),
                in.sample(
                        "the menu",
                        question,
                        new Block.Choices(List.of(
                                new Choice("ask", in.say("Tanya layanan", "Ask about a service")),
                                new Choice("report", in.say("Lapor masalah", "Report a problem")),
                                new Choice("status", in.say("Lacak tiket", "Track a ticket")),
                                new Choice(Choice.PERSON, in.say("Petugas", "A person"))))),
                in.sample(
                        "languages",
                        in.text("Mau dijawab dalam bahasa apa?", "Which language would you like?"),
                        new Block.Choices(List.of(
                                new Choice(Choice.LANGUAGE + "id", "Bahasa Indonesia"),
                                new Choice(Choice.LANGUAGE + "en", "English")))),
                in.sample(
                        "more than a telephone has keys",
                        in.text("Termasuk masalah apa?", "What kind of problem is it?"),
                        numbered(
                                12,
                                in.say("Jalan rusak", "Damaged road"),
                                new Choice(Choice.PERSON, in.say("Petugas", "A person")))),
                in.sample(
                        "more than a text message holds",
                        question,
                        numbered(24, in.say("Layanan administrasi kependudukan", "Registration of the population"))),
                in.sample(
                        "long labels",
                        in.text("Maksud Anda yang mana?", "Which do you mean?"),
                        in.offer(
                                "Perpanjangan surat izin mengemudi golongan C, termasuk yang sudah lewat masa berlakunya",
                                        "Renewal of a driving licence of class C, also when it has expired already",
                                "Surat keterangan pindah antarkabupaten, antarkota, atau antarprovinsi untuk seluruh keluarga",
                                        "Letter of moving between regencies, cities or provinces for the whole family",
                                "Izin usaha mikro dan kecil untuk pedagang makanan dan minuman keliling, termasuk perpanjangan dan perubahan alamat usaha",
                                        "Licence of micro and small enterprise for those who sell food and drinks in the street, its renewal and its change of address")),
                in.sample(
                        "characters that mean something to machines",
                        question,
                        in.offer(
                                "Air & listrik <PLN>",
                                "Water & power <PLN>",
                                "\"Lain-lain\" / *dll*",
                                "\"Others\" / *etc*")),
                in.sample(
                        "a name too long for a button",
                        question,
                        new Block.Choices(List.of(
                                new Choice("article:" + "a".repeat(56), in.say("Tepat 64 bita", "Just 64 bytes")),
                                new Choice("article:" + "a".repeat(57), in.say("Satu bita lebih", "One byte more"))))),
                in.sample(
                        "figures",
                        in.text("Pilih hari", "Choose a day"),
                        in.offer(
                                "17 Agustus 2026",
                                "17 August 2026",
                                "Rp75.000",
                                "Rp75.000",
                                "08.00-10.00 WIB",
                                "08.00-10.00 WIB")),
                in.sample("alone", in.offer("Ya", "Yes", "Tidak", "No")),
                in.sample("none left", question, new Block.Choices(List.of())),
                in.wordless(
                        "digits alone", new Block.Choices(List.of(new Choice("1", "2026"), new Choice("2", "2027")))));
    }

    private static Block numbered(int count, String label, Choice... more) {
        return new Block.Choices(Stream.concat(
                        IntStream.range(0, count)
                                .mapToObj(i -> new Choice("choice:" + (i + 1), label + " " + (char) ('A' + i))),
                        Stream.of(more))
                .toList());
    }
}
