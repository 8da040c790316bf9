package id.pendopo.config.push.pages;

import id.pendopo.config.push.Device;
import id.pendopo.config.push.Devices;
import id.pendopo.config.push.PushKeys;
import id.pendopo.config.push.PushServices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's page of their own devices: on which browsers they are told of emergencies while they are on duty. */
@Controller
@RequestMapping("/password/devices")
class DevicesPage {

    private static final String HERE = "redirect:/password/devices";

    private final Devices devices;
    private final DeviceLines lines;
    private final DeviceCookie cookie;
    private final PushServices services;
    private final PushKeys keys;
    private final MessageSource messages;

    DevicesPage(
            Devices devices,
            DeviceLines lines,
            DeviceCookie cookie,
            PushServices services,
            PushKeys keys,
            MessageSource messages) {
        this.devices = devices;
        this.lines = lines;
        this.cookie = cookie;
        this.services = services;
        this.keys = keys;
        this.messages = messages;
    }

    @GetMapping
    String show(Principal who, Model model, Locale language) {
        return show(false, who, model, language);
    }

    private String show(boolean wrong, Principal who, Model model, Locale language) {
        List<DeviceLines.Line> own = lines.of(devices.of(who.getName()), language);
        model.addAttribute("title", messages.getMessage("config.push.page", null, language));
        model.addAttribute("devices", own);
        model.addAttribute("wrong", wrong);
        model.addAttribute("reachable", cookie.reachable());
        model.addAttribute("key", cookie.reachable() ? keys.publicKey() : "");
        return "config/devices";
    }

    /** Keeps the browser that asks. */
    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String p256dh,
            @RequestParam(defaultValue = "") String auth,
            @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
            Principal who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next,
            Locale language) {
        Device.Subscription subscription = new Device.Subscription(endpoint, p256dh, auth);
        if (!subscription.wellFormed() || !services.permit(endpoint)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(true, who, model, language);
        }
        devices.put(who.getName(), subscription, BrowserKind.of(agent), language, cookie.remember(request, response));
        next.addFlashAttribute("notice", "config.push.added");
        return HERE;
    }

    @PostMapping("/remove")
    String remove(@RequestParam long id, Principal who, RedirectAttributes next) {
        devices.remove(who.getName(), id);
        next.addFlashAttribute("notice", "config.push.removed");
        return HERE;
    }
}
