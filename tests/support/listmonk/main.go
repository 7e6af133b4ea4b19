// Fills a text as listmonk fills a campaign's: the subject by text/template, everything else by html/template, with the
// functions that it documents (https://listmonk.app/docs/templating).
//
//	go run main.go body|subject FILE '{"FirstName": "Ada", "Email": "...", "Attribs": {"town": "Hull"}}'
package main

import (
	"encoding/json"
	"html/template"
	"log"
	"os"
	"regexp"
	text "text/template"
)

type subscriber struct {
	FirstName, LastName, Name, Email string
	Attribs                          map[string]any
}

type message struct{ Subscriber subscriber }

// A function's name alone between braces is called with the message.
var shorthand = regexp.MustCompile(`\{\{\s*(UnsubscribeURL|MessageURL)\s*\}\}`)

var functions = map[string]any{
	"Safe":           func(markup string) template.HTML { return template.HTML(markup) },
	"UnsubscribeURL": func(any) string { return "https://list.example.org/unsubscribe/1?a=1&b=2" },
	"MessageURL":     func(any) string { return "https://list.example.org/message/1" },
}

func main() {
	kind, file, reader := os.Args[1], os.Args[2], os.Args[3]
	var given message
	check(json.Unmarshal([]byte(reader), &given.Subscriber))
	read, err := os.ReadFile(file)
	check(err)
	source := shorthand.ReplaceAllString(string(read), "{{ $1 . }}")
	if kind == "subject" {
		made, err := text.New("subject").Funcs(functions).Parse(source)
		check(err)
		check(made.Execute(os.Stdout, given))
		return
	}
	base := template.Must(template.New("base").Funcs(functions).Parse(`{{ template "content" . }}`))
	made, err := template.New("content").Funcs(functions).Parse(source)
	check(err)
	whole, err := base.AddParseTree("content", made.Tree)
	check(err)
	check(whole.Execute(os.Stdout, given))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
