// Messages: what comes is shown as it is, a tap leads to its page. Safari shows the same words by
// itself and then gives us a notification instead of data. Android draws the badge by its alpha alone.
const icon = { icon: "/icons/icon-192.png", badge: "/icons/badge-96.png" };

async function showMessage({ notification, app_badge: waiting }) {
  const { title, body, lang, tag, navigate } = notification;
  await self.registration.showNotification(title, { body, lang, tag, ...icon, data: { navigate } });
  if (waiting > 0) await self.navigator.setAppBadge?.(waiting);
  else await self.navigator.clearAppBadge?.();
}

async function openMessage(address) {
  const { origin, href, pathname, search } = new URL(address, self.location.origin);
  if (origin !== self.location.origin) return;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!pages.length) await self.clients.openWindow(href);
  else (await pages[0].focus()).postMessage({ opens: pathname + search });
}

self.addEventListener("push", (event) => {
  if (!event.notification && event.data) event.waitUntil(showMessage(event.data.json()));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openMessage(event.notification.data?.navigate ?? "/"));
});
