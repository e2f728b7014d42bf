# Lo que se pregunta primero, y lo que se abrió.
veil-about = Algo vuelve de entonces. Espera hasta que lo pidas.
veil-open = Abrir
veil-not-now = Ahora no
veil-keep-away = Dejarlo guardado aparte
veil-welcome = Bienvenido desde ahora
veil-tile = Aquí espera algo
veil-tiles = Lo que espera a que lo pidas
away-done-veil = Queda guardado aparte.
away-done-welcome = Desde ahora es bienvenido.
opened-title = Abierto
opened-about = Está abierto para ti, por ahora. Nada más ha cambiado.
opened-photo = Una foto
opened-picks = Lo que elegiste
opened-put-away = Lo que está guardado aparte
opened-reach = Lo que cae en esta parte
veil-back = Volver
put-away-look = Mirar lo que está guardado aparte
put-away-sure = Son las fotos que pediste no ver. Se muestran en esta visita y siguen guardadas aparte.
put-away-do = Mostrarlas
opened-why = Por qué está como está

wish-asked = Se pregunta primero: { $what }
welcome-title = Lo que es bienvenido
welcome-about = Puede venir por sí solo, hasta que quieras que pregunte de nuevo.
welcome-undo = Que pregunte de nuevo
welcome-undo-which = Que pregunte de nuevo: { $which }
asked-title = Lo que pediste que preguntara antes
asked-about = Espera tras una tarjeta tranquila hasta que lo abras.
asked-undo = Que ya no pregunte
asked-undo-which = Que ya no pregunte: { $which }
wish-welcome = Bienvenido: { $what }

# Días delicados y días difíciles.
tender-do = Un día delicado
tender-what = Hoy no se ofrece nada. Puedes deshacerlo.
tender-title = Hoy, nada
tender-title-then = En este día, nada
tender-about = No te llegará nada hasta el { $until }. Todo sigue ahí.
tender-three = Durante tres días
tender-week = Durante una semana
tender-over = Otra vez como siempre
hard-title = Un día tranquilo
hard-about = Hoy no se ofrece nada, como deseabas.
hard-about-then = En este día no se ofrece nada, como deseabas.
hard-look = Lo que elegiste para hoy
hard-look-then = Lo que elegiste para este día
