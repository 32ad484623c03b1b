"use strict";
// Without this script the form still takes three texts and any number of files. The script adds more boxes, and
// takes what is dropped anywhere on the page.

const form = document.querySelector("form");
const files = form.querySelector("input[type=file]");
const chosen = document.getElementById("chosen");
const more = document.getElementById("more");

function boxes() {
  return [...form.querySelectorAll(".box")];
}

function addBox() {
  const box = boxes()[0].cloneNode(true);
  const number = boxes().length + 1;
  box.querySelector("legend").textContent = `Report ${number}`;
  for (const field of box.querySelectorAll("input, textarea")) field.value = "";
  boxes().at(-1).after(box);
  return box;
}

function listFiles() {
  const names = [...files.files].map((file) => file.name);
  // The browser itself shows the name of a single one.
  chosen.textContent = names.length > 1 ? names.join(", ") : "";
}

function takeFiles(dropped) {
  const all = new DataTransfer();
  for (const file of [...files.files, ...dropped]) all.items.add(file);
  files.files = all.files;
  listFiles();
}

function takeText(text) {
  const empty = boxes().find((box) => box.querySelector("textarea").value.trim() === "") ?? addBox();
  const area = empty.querySelector("textarea");
  area.value = text;
  area.focus();
}

function onDrop(event) {
  const data = event.dataTransfer;
  const text = data.getData("text/plain");
  if (data.files.length === 0 && event.target.matches("textarea, input")) return;
  event.preventDefault();
  if (data.files.length > 0) takeFiles(data.files);
  else if (text) takeText(text);
}

more.hidden = false;
more.addEventListener("click", () => addBox().querySelector("input").focus());
files.addEventListener("change", listFiles);
document.addEventListener("dragover", (event) => {
  if (!event.target.matches("textarea, input")) event.preventDefault();
});
document.addEventListener("drop", onDrop);
